package io.liquidationmap.ingestion;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/// What there is only while a venue is enabled: by `liquidationmap.venues.<venue>.enabled`, and where that says nothing by
/// `liquidationmap.venues-enabled`, which is true unless it is said.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(VenueCondition.class)
public @interface ConditionalOnVenue {

    /// The venue's name.
    String value();
}
