package io.liquidationmap.api.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, (1 << 20) - 1, 1 << 20, 3_000_000})
    void compressed_readsBackAsItself(int length) throws IOException {
        byte[] bytes = new byte[length];
        SplittableRandom random = new SplittableRandom(length);
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt('0', '9');
        }

        try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(Gzip.compress(bytes)))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(bytes);
        }
    }
}
