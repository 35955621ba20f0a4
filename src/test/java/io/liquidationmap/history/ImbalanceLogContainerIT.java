package io.liquidationmap.history;

import io.liquidationmap.testing.InContainer;

@InContainer
class ImbalanceLogContainerIT extends ImbalanceLogIT {}
