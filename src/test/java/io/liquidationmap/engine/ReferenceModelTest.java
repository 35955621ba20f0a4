package io.liquidationmap.engine;

/// The oracle keeps the promises too.
class ReferenceModelTest extends ConservedModelContract {

    @Override
    MapSource model() {
        return new ReferenceModel();
    }
}
