package io.liquidationmap.api.picture;

/// Asks for the map as SVG.
record SvgRequest(PictureRequest picture) {}
