package io.liquidationmap.history;

import io.liquidationmap.testing.InContainer;

@InContainer
class PositionCensusContainerIT extends PositionCensusIT {}
