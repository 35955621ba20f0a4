package io.liquidationmap.api.picture;

import java.awt.Color;

/// The colours of a picture.
enum Theme {
    LIGHT(0xFFFFFF, 0x1B1F24, 0x57606A, 0xE4E7EB, 0xCF222E, 0x1A7F37, 0xC4432B),
    DARK(0x0D1117, 0xE6EDF3, 0x9198A1, 0x262C36, 0xFF6B61, 0x3FB950, 0xF47067);

    private static final int BAND_OPACITY = 0x30;

    private final Color background;
    private final Color text;
    private final Color faintText;
    private final Color grid;
    private final Color price;
    private final Color up;
    private final Color down;

    Theme(int background, int text, int faintText, int grid, int price, int up, int down) {
        this.background = new Color(background);
        this.text = new Color(text);
        this.faintText = new Color(faintText);
        this.grid = new Color(grid);
        this.price = new Color(price);
        this.up = new Color(up);
        this.down = new Color(down);
    }

    Color background() {
        return background;
    }

    Color text() {
        return text;
    }

    /// Of what is read second: subtitle, axes.
    Color faintText() {
        return faintText;
    }

    Color grid() {
        return grid;
    }

    /// The line at the current price.
    Color price() {
        return price;
    }

    /// What is liquidated on the way up.
    Color up() {
        return up;
    }

    /// What is liquidated on the way down.
    Color down() {
        return down;
    }

    /// A colour for the band around a curve.
    static Color faint(Color curve) {
        return new Color(curve.getRed(), curve.getGreen(), curve.getBlue(), BAND_OPACITY);
    }
}
