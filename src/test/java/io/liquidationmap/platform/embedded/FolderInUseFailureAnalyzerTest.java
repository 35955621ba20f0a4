package io.liquidationmap.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class FolderInUseFailureAnalyzerTest {

    @Test
    void analysis_namesFolderAndHolder_andWhatToDo() {
        Exception failure = new IllegalStateException(
                "a bean could not be made", new FolderInUseException(Path.of("data", "postgres"), "process 42"));

        FailureAnalysis analysis = Objects.requireNonNull(new FolderInUseFailureAnalyzer().analyze(failure));

        assertThat(analysis.getDescription())
                .contains(Path.of("data", "postgres").toString(), "process 42");
        assertThat(analysis.getAction())
                .contains("Stop the other instance", "liquidationmap.database.folder", "spring.datasource.url");
    }
}
