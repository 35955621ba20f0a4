package io.liquidationmap.api.liquidations;

import io.liquidationmap.api.liquidations.HeatmapAnswer.CellEntry;
import io.liquidationmap.api.query.Choice;
import io.liquidationmap.market.Side;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/// Writes the cells of a heatmap as JSON, the same bytes as they would have become otherwise. There may be two hundred
/// thousand of them, nine megabytes: put together here they take half the time, for nothing needs to be looked at twice.
final class CellsWriter extends StdSerializer<List<CellEntry>> {

    private static final byte[] TIME = ascii("{\"timeIndex\":");
    private static final byte[] PRICE = ascii(",\"priceIndex\":");
    private static final byte[] LONG = sideAndUsd(Side.LONG);
    private static final byte[] SHORT = sideAndUsd(Side.SHORT);

    CellsWriter() {
        super(List.class);
    }

    @Override
    public void serialize(List<CellEntry> cells, JsonGenerator json, SerializationContext context) {
        json.writeRawValue("[");
        json.flush();
        // What follows goes past the generator, which takes the whole array for that one value.
        AsciiBuffer text = new AsciiBuffer((OutputStream) json.streamWriteOutputTarget());
        try {
            for (int i = 0; i < cells.size(); i++) {
                CellEntry cell = cells.get(i);
                if (i > 0) {
                    text.put(',');
                }
                text.put(TIME).put(cell.timeIndex());
                text.put(PRICE).put(cell.priceIndex());
                text.put(cell.side() == Side.LONG ? LONG : SHORT)
                        .put(cell.usd())
                        .put('}');
            }
            text.put(']').flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sideAndUsd(Side side) {
        return ascii(",\"side\":\"" + Choice.nameOf(side) + "\",\"usd\":");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
