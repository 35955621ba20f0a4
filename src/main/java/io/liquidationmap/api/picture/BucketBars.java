package io.liquidationmap.api.picture;

import io.liquidationmap.engine.Bucket;
import io.liquidationmap.engine.Share;
import io.liquidationmap.maps.MapQuery.Grouping;
import java.util.List;
import org.jfree.data.xy.AbstractIntervalXYDataset;
import org.jfree.data.xy.TableXYDataset;

/// The buckets of a map as bars stacked by leverage or venue: one series for each, one item for each bucket. Never
/// serialised, though its library lets it seem so.
final class BucketBars extends AbstractIntervalXYDataset implements TableXYDataset {

    private static final long serialVersionUID = 1;

    private final transient List<Bucket> buckets;
    private final transient Grouping stackedBy;
    private final transient List<String> parts;

    /// By series and item: to stack bars, the amounts below each are asked for again and again.
    private final transient double[][] usd;

    BucketBars(List<Bucket> buckets, Grouping stackedBy) {
        this.buckets = buckets;
        this.stackedBy = stackedBy;
        this.parts = Parts.of(buckets.stream().map(this::shares).toList(), stackedBy);
        this.usd = new double[parts.size()][buckets.size()];
        for (int series = 0; series < usd.length; series++) {
            for (int item = 0; item < usd[series].length; item++) {
                usd[series][item] = usd(parts.get(series), buckets.get(item));
            }
        }
    }

    /// What the bars are made of, lowest first.
    List<String> parts() {
        return parts;
    }

    @Override
    public int getSeriesCount() {
        return parts.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return Parts.label(parts.get(series), stackedBy);
    }

    @Override
    public int getItemCount() {
        return buckets.size();
    }

    @Override
    public int getItemCount(int series) {
        return buckets.size();
    }

    @Override
    public Number getX(int series, int item) {
        return buckets.get(item).price();
    }

    @Override
    public Number getStartX(int series, int item) {
        return buckets.get(item).low();
    }

    @Override
    public Number getEndX(int series, int item) {
        return buckets.get(item).high();
    }

    /// Not a number where the bucket holds nothing of the series: then nothing is drawn.
    @Override
    public Number getY(int series, int item) {
        return usd[series][item];
    }

    @Override
    public Number getStartY(int series, int item) {
        return getY(series, item);
    }

    @Override
    public Number getEndY(int series, int item) {
        return getY(series, item);
    }

    private double usd(String part, Bucket bucket) {
        return shares(bucket).stream()
                .filter(share -> share.name().equals(part))
                .mapToDouble(Share::usd)
                .findFirst()
                .orElse(Double.NaN);
    }

    private List<Share> shares(Bucket bucket) {
        return switch (stackedBy) {
            case LEVERAGE -> bucket.byLeverage();
            case VENUE -> bucket.bySource();
        };
    }
}
