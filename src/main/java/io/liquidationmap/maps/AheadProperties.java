package io.liquidationmap.maps;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What is answered before anybody asks.
///
/// @param symbols of which; none for nothing
@ConfigurationProperties("liquidationmap.maps.ahead")
record AheadProperties(@DefaultValue({}) List<String> symbols) {

    AheadProperties {
        symbols = List.copyOf(symbols);
    }
}
