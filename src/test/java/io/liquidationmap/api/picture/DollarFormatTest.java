package io.liquidationmap.api.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DollarFormatTest {

    @ParameterizedTest
    @CsvSource({
        "0, $0",
        "0.5, $0.5",
        "950, $950",
        "999.9999, $1000",
        "1000, $1K",
        "12500, $12.5K",
        "200000000, $200M",
        "3580000000, $3.58B",
        "2e12, $2T",
        "5e15, $5000T",
    })
    void amount_isShortAndInDollars(double usd, String expected) {
        assertThat(new DollarFormat().format(usd)).isEqualTo(expected);
    }
}
