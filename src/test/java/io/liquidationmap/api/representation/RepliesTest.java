package io.liquidationmap.api.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.api.ApiProperties;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;

class RepliesTest {

    private static final Instant NOW = Instant.parse("2026-06-22T07:45:00Z");

    private final ApiProperties properties = new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("liquidationmap.api", ApiProperties.class);
    private final Replies replies =
            new Replies(new JsonWriter(JsonMapper.shared()), properties, Clock.fixed(NOW, ZoneOffset.UTC));
    private int computed;

    @Test
    void answer_isComputedOnce_forTheVerySameData() {
        List<String> rows = rows("before");

        Representation first = answer("overview", rows);

        assertThat(answer("overview", rows)).isSameAs(first);
        assertThat(computed).isEqualTo(1);
    }

    @Test
    void answer_isComputedOnce_forEqualData() {
        Representation first = answer("overview", rows("before"));

        assertThat(answer("overview", rows("before"))).isSameAs(first);
        assertThat(computed).isEqualTo(1);
    }

    @Test
    void otherData_makeAnotherAnswer_andTheFormerIsStillThere() {
        Representation before = answer("overview", rows("before"));
        Representation after = answer("overview", rows("after"));

        assertThat(after.plain().etag()).isNotEqualTo(before.plain().etag());
        assertThat(new String(after.plain().bytes(), StandardCharsets.UTF_8)).isEqualTo("[\"after\"]");
        assertThat(answer("overview", rows("before"))).isSameAs(before);
        assertThat(computed).isEqualTo(2);
    }

    @Test
    void otherRequest_ofTheSameData_makesAnotherAnswer() {
        List<String> rows = rows("before");
        answer("overview", rows);
        answer("imbalance", rows);

        assertThat(computed).isEqualTo(2);
    }

    /// What is late completes the last bars for a while.
    @Test
    void answer_mayBeKept_onceNothingIsLateAnyMore() {
        assertThat(fresh(null)).isZero();
        assertThat(fresh(NOW)).isZero();
        assertThat(fresh(NOW.minus(Duration.ofMinutes(20)))).isZero();
        assertThat(fresh(NOW.minus(Duration.ofMinutes(61)))).isEqualTo(properties.pastAnswersFresh());
    }

    private Duration fresh(@Nullable Instant named) {
        Duration fresh = replies.about("data", null, "request", Rendition.JSON, named, () -> "answer")
                .fresh();
        assertThat(replies.upTo(NOW, Rendition.JSON, named, "answer").fresh()).isEqualTo(fresh);
        return fresh;
    }

    private Representation answer(String request, List<String> data) {
        return replies.about(data, null, request, Rendition.JSON, null, () -> {
                    computed++;
                    return data;
                })
                .representation();
    }

    private static List<String> rows(String content) {
        return new ArrayList<>(List.of(content));
    }
}
