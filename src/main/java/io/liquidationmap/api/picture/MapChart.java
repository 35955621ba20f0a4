package io.liquidationmap.api.picture;

import io.liquidationmap.engine.CurvePoint;
import io.liquidationmap.maps.MapQuery.Grouping;
import io.liquidationmap.maps.MapView;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.StackedXYBarRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/// A liquidation map as traders know it: bars at each price, a red line at the current one, and on an axis of their own
/// the two cumulative curves, green upwards and red downwards, in the bands where the truth likely lies.
final class MapChart {

    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    private static final Font SUBTITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Font AXIS = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Font LEGEND = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private static final RectangleInsets PADDING = new RectangleInsets(12, 14, 10, 14);
    /// As much room around the labels of an axis makes it show fewer of them.
    private static final RectangleInsets AIRY = new RectangleInsets(8, 4, 8, 4);

    private static final float CURVE_WIDTH = 2;
    private static final double HEADROOM = 0.06;

    private static final int BARS = 0;
    private static final int CURVES = 1;

    private final Theme theme;
    private final Grouping stackedBy;

    MapChart(Theme theme, Grouping stackedBy) {
        this.theme = theme;
        this.stackedBy = stackedBy;
    }

    /// @param title what is shown
    /// @param subtitle by which model, from what
    JFreeChart of(MapView map, String title, String subtitle) {
        XYPlot plot = new XYPlot();
        plot.setDomainAxis(prices(map));
        bars(plot, map);
        curves(plot, map);
        plot.addDomainMarker(currentPrice(map.price()));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setBackgroundPaint(theme.background());
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(theme.grid());
        plot.setRangeGridlineStroke(new BasicStroke(1));

        JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
        chart.setBackgroundPaint(theme.background());
        chart.setPadding(PADDING);
        chart.addSubtitle(line(title, TITLE, theme.text()));
        chart.addSubtitle(line(subtitle, SUBTITLE, theme.faintText()));
        chart.addSubtitle(legend(plot));
        return chart;
    }

    private void bars(XYPlot plot, MapView map) {
        BucketBars bars = new BucketBars(map.buckets().all(), stackedBy);
        StackedXYBarRenderer renderer = new StackedXYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        List<String> parts = bars.parts();
        for (int i = 0; i < parts.size(); i++) {
            renderer.setSeriesPaint(i, Parts.colour(parts.get(i), i, parts.size(), stackedBy));
        }
        plot.setRenderer(BARS, renderer);
        plot.setDataset(BARS, bars);
        plot.setRangeAxis(BARS, dollars("at each price"));
    }

    private void curves(XYPlot plot, MapView map) {
        YIntervalSeriesCollection curves = new YIntervalSeriesCollection();
        curves.addSeries(
                curve("longs below, cumulative", map.price(), map.buckets().down()));
        curves.addSeries(
                curve("shorts above, cumulative", map.price(), map.buckets().up()));
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(1);
        paint(renderer, 0, theme.down());
        paint(renderer, 1, theme.up());
        plot.setRenderer(CURVES, renderer);
        plot.setDataset(CURVES, curves);
        plot.setRangeAxis(CURVES, dollars("cumulative"));
        plot.mapDatasetToRangeAxis(CURVES, CURVES);
    }

    private static YIntervalSeries curve(String name, double price, List<CurvePoint> points) {
        YIntervalSeries series = new YIntervalSeries(name);
        series.add(price, 0, 0, 0);
        for (CurvePoint point : points) {
            double low = point.band() == null ? point.usd() : point.band().low();
            double high = point.band() == null ? point.usd() : point.band().high();
            series.add(point.price(), point.usd(), low, high);
        }
        return series;
    }

    private static void paint(DeviationRenderer renderer, int series, Color colour) {
        renderer.setSeriesPaint(series, colour);
        renderer.setSeriesFillPaint(series, Theme.faint(colour));
        renderer.setSeriesStroke(series, new BasicStroke(CURVE_WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private ValueMarker currentPrice(double price) {
        ValueMarker marker = new ValueMarker(price, theme.price(), new BasicStroke(CURVE_WIDTH));
        marker.setLabel("  " + priceFormat(price).format(price) + "  ");
        marker.setLabelFont(AXIS.deriveFont(Font.BOLD));
        marker.setLabelPaint(theme.price());
        marker.setLabelBackgroundColor(theme.background());
        marker.setLabelAnchor(RectangleAnchor.TOP);
        marker.setLabelTextAnchor(TextAnchor.TOP_CENTER);
        return marker;
    }

    private NumberAxis prices(MapView map) {
        NumberAxis axis = axis("price");
        axis.setNumberFormatOverride(priceFormat(map.price()));
        axis.setAutoRangeIncludesZero(false);
        axis.setRange(
                map.buckets().all().getFirst().low(),
                map.buckets().all().getLast().high());
        return axis;
    }

    private NumberAxis dollars(String label) {
        NumberAxis axis = axis("liquidated " + label);
        axis.setNumberFormatOverride(new DollarFormat());
        axis.setUpperMargin(HEADROOM);
        axis.setTickLabelInsets(AIRY);
        return axis;
    }

    private NumberAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setLabelFont(AXIS);
        axis.setLabelPaint(theme.faintText());
        axis.setTickLabelFont(AXIS);
        axis.setTickLabelPaint(theme.text());
        axis.setAxisLinePaint(theme.grid());
        axis.setTickMarkPaint(theme.grid());
        return axis;
    }

    /// Prices with as many decimals as a coin of this price is quoted with.
    private static NumberFormat priceFormat(double price) {
        int decimals = price >= 1_000 ? 0 : (int) Math.clamp(3 - Math.floor(Math.log10(price)), 1, 10);
        String pattern = "'$'#,##0" + (decimals == 0 ? "" : "." + "#".repeat(decimals));
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    private static TextTitle line(String text, Font font, Color colour) {
        TextTitle line = new TextTitle(text, font);
        line.setPaint(colour);
        line.setHorizontalAlignment(HorizontalAlignment.LEFT);
        line.setTextAlignment(HorizontalAlignment.LEFT);
        line.setExpandToFitSpace(true);
        line.setPadding(0, 0, 4, 0);
        return line;
    }

    private LegendTitle legend(XYPlot plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemFont(LEGEND);
        legend.setItemPaint(theme.text());
        legend.setBackgroundPaint(theme.background());
        legend.setFrame(BlockBorder.NONE);
        return legend;
    }
}
