package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.liquidations.HeatmapAnswer.CellEntry;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.market.Side;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/// Writes the cells of a heatmap as JSON, the same bytes as they would have become otherwise. There may be two hundred
/// thousand of them, nine megabytes, in which only the amount differs from cell to cell: so what comes before it is put
/// together once for each time and once for each price and side.
final class CellsWriter extends StdSerializer<List<CellEntry>> {

    private static final SerializableString USD = new SerializedString("usd");

    CellsWriter() {
        super(List.class);
    }

    @Override
    public void serialize(List<CellEntry> cells, JsonGenerator json, SerializationContext context) {
        List<SerializableString> longs = new ArrayList<>();
        List<SerializableString> shorts = new ArrayList<>();
        int timeIndex = -1;
        SerializableString time = new SerializedString("");
        json.writeStartArray(cells, cells.size());
        for (CellEntry cell : cells) {
            if (cell.timeIndex() != timeIndex) {
                timeIndex = cell.timeIndex();
                time = new SerializedString("\"timeIndex\":" + timeIndex + ",");
            }
            json.writeStartObject();
            json.writeRaw(time);
            json.writeRaw(priceAndSide(cell, cell.side() == Side.LONG ? longs : shorts));
            json.writeName(USD).writeNumber(cell.usd());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// @param known by price, of the side of the cell, grown as needed
    private static SerializableString priceAndSide(CellEntry cell, List<SerializableString> known) {
        while (known.size() <= cell.priceIndex()) {
            known.add(new SerializedString(
                    "\"priceIndex\":" + known.size() + ",\"side\":\"" + Choice.nameOf(cell.side()) + "\","));
        }
        return known.get(cell.priceIndex());
    }
}
