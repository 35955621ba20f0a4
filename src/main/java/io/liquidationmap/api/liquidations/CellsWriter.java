package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.liquidations.HeatmapAnswer.CellEntry;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.market.Side;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/// Writes the cells of a heatmap as JSON, the same bytes as they would have become otherwise. There may be two hundred
/// thousand of them, nine megabytes, in which nothing is to be looked up twice.
final class CellsWriter extends StdSerializer<List<CellEntry>> {

    private static final SerializableString TIME = new SerializedString("timeIndex");
    private static final SerializableString PRICE = new SerializedString("priceIndex");
    private static final SerializableString SIDE = new SerializedString("side");
    private static final SerializableString USD = new SerializedString("usd");
    private static final SerializableString LONG = new SerializedString(Choice.nameOf(Side.LONG));
    private static final SerializableString SHORT = new SerializedString(Choice.nameOf(Side.SHORT));

    CellsWriter() {
        super(List.class);
    }

    @Override
    public void serialize(List<CellEntry> cells, JsonGenerator json, SerializationContext context) {
        json.writeStartArray(cells, cells.size());
        for (CellEntry cell : cells) {
            json.writeStartObject();
            json.writeName(TIME).writeNumber(cell.timeIndex());
            json.writeName(PRICE).writeNumber(cell.priceIndex());
            json.writeName(SIDE).writeString(cell.side() == Side.LONG ? LONG : SHORT);
            json.writeName(USD).writeNumber(cell.usd());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
