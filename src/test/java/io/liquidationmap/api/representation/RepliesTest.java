package io.liquidationmap.api.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.liquidationmap.api.ApiProperties;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;

class RepliesTest {

    private final ApiProperties properties = new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("liquidationmap.api", ApiProperties.class);
    private final Replies replies = new Replies(new JsonWriter(JsonMapper.shared()), properties);
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

    private Representation answer(String request, List<String> data) {
        return replies.about(data, null, request, Format.JSON, false, () -> {
                    computed++;
                    return data;
                })
                .representation();
    }

    private static List<String> rows(String content) {
        return new ArrayList<>(List.of(content));
    }
}
