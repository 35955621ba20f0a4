package io.liquidationmap.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    private static final String HEX = "0123456789ab";

    @ParameterizedTest
    @ValueSource(strings = {"-.-.-.-", "0123456789ab.-.-.-", "0123456789ab.ba9876543210.-.48213", "-.-.ffffffffffff.0"})
    void text_isReadBack(String text) {
        assertThat(Position.parse(text)).get().hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "-.-.-",
                "-.-.-.-.-",
                "0123456789AB.-.-.-",
                "0123456789a.-.-.-",
                "-.-.-.-1",
                "-.-.-.9223372036854775807",
                "-.-.-.1782114300000-00112233aabb"
            })
    void otherText_isNoPosition(String text) {
        assertThat(Position.parse(text)).isEmpty();
    }

    @Test
    void position_knowsWhatWasToldLastOfEachKind() {
        Position position = Position.START
                .after(EventKind.MAP, HEX)
                .after(EventKind.PRICE, HEX)
                .after(7L);

        assertThat(position.knows(EventKind.MAP, HEX)).isTrue();
        assertThat(position.knows(EventKind.IMBALANCE, HEX)).isFalse();
        assertThat(position.after(EventKind.MAP, "ba9876543210").knows(EventKind.MAP, HEX))
                .isFalse();
        assertThat(position).hasToString(HEX + "." + HEX + ".-.7");
    }
}
