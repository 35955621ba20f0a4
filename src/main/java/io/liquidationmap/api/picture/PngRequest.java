package io.liquidationmap.api.picture;

/// Asks for the map as PNG.
record PngRequest(PictureRequest picture) {}
