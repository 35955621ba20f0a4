package io.liquidationmap.api.representation;

import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Answers as JSON: fields in the order of their declaration, numbers without exponent, null for what is not finite,
/// because JSON has no other word for it.
@Component
public class JsonWriter {

    private final JsonMapper mapper;

    /// @param mapper the application's
    public JsonWriter(JsonMapper mapper) {
        SimpleModule numbers = new SimpleModule("plain numbers")
                .addSerializer(Double.class, new PlainNumber())
                .addSerializer(Double.TYPE, new PlainNumber());
        this.mapper = mapper.rebuild()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .addModule(numbers)
                .build();
    }

    /// The UTF-8 bytes of `content`.
    public byte[] write(Object content) {
        return mapper.writeValueAsBytes(content);
    }

    private static final class PlainNumber extends StdSerializer<Double> {

        PlainNumber() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializationContext context) {
            if (Double.isFinite(value)) {
                json.writeNumber(PlainDecimal.of(value));
            } else {
                json.writeNull();
            }
        }
    }
}
