package io.liquidationmap.engine;

import org.junit.jupiter.api.Nested;

/// The oracle keeps the promises too.
class ReferenceModelTest {

    @Nested
    class Laws extends ConservedModelLaws {
        @Override
        MapSource model() {
            return new ReferenceModel();
        }
    }

    @Nested
    class Cases extends ConservedModelCases {
        @Override
        MapSource model() {
            return new ReferenceModel();
        }
    }
}
