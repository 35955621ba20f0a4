package io.liquidationmap.ingestion;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Whether a venue is enabled.
final class VenueCondition extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Map<String, @Nullable Object> condition =
                Objects.requireNonNull(metadata.getAnnotationAttributes(ConditionalOnVenue.class.getName()));
        Environment settings = context.getEnvironment();
        boolean unlessSaid = settings.getProperty("liquidationmap.venues-enabled", Boolean.class, true);
        String property = "liquidationmap.venues." + condition.get("value") + ".enabled";
        boolean enabled = settings.getProperty(property, Boolean.class, unlessSaid);
        return new ConditionOutcome(enabled, property + " is " + enabled);
    }
}
