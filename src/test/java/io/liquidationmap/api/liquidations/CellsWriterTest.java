package io.liquidationmap.api.liquidations;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.api.liquidations.HeatmapAnswer.CellEntry;
import io.liquidationmap.api.representation.JsonWriter;
import io.liquidationmap.market.Side;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

class CellsWriterTest {

    @Test
    void cells_stayBetweenTheirNeighbours() {
        List<CellEntry> cells =
                List.of(new CellEntry(0, 10, Side.LONG, 99), new CellEntry(719, 0, Side.SHORT, Long.MAX_VALUE));

        assertThat(written(cells))
                .isEqualTo("{\"before\":1,\"cells\":["
                        + "{\"timeIndex\":0,\"priceIndex\":10,\"side\":\"long\",\"usd\":99},"
                        + "{\"timeIndex\":719,\"priceIndex\":0,\"side\":\"short\",\"usd\":9223372036854775807}"
                        + "],\"after\":2}");
    }

    @Test
    void noCells_areAnEmptyList() {
        assertThat(written(List.of())).isEqualTo("{\"before\":1,\"cells\":[],\"after\":2}");
    }

    /// Of every length, so that buffers end within all parts of a cell.
    @Test
    void manyCells_areAllThere() {
        List<CellEntry> cells = IntStream.range(0, 20_000)
                .mapToObj(i -> new CellEntry(i / 200, i % 200, i % 3 == 0 ? Side.LONG : Side.SHORT, 1L << i % 63))
                .toList();

        assertThat(written(cells))
                .isEqualTo(cells.stream()
                        .map(cell -> "{\"timeIndex\":" + cell.timeIndex() + ",\"priceIndex\":" + cell.priceIndex()
                                + ",\"side\":\"" + (cell.side() == Side.LONG ? "long" : "short") + "\",\"usd\":"
                                + cell.usd() + "}")
                        .collect(Collectors.joining(",", "{\"before\":1,\"cells\":[", "],\"after\":2}")));
    }

    private static String written(List<CellEntry> cells) {
        JsonWriter json = new JsonWriter(JsonMapper.builder().build());
        return new String(json.write(new Answer(1, cells, 2)), StandardCharsets.UTF_8);
    }

    private record Answer(
            int before,
            @JsonSerialize(using = CellsWriter.class) List<CellEntry> cells,
            int after) {}
}
