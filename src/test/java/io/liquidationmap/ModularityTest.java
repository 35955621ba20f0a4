package io.liquidationmap;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void modules_useOnlyEachOthersPublishedTypes() {
        ApplicationModules.of(LiquidationMapApplication.class).verify();
    }
}
