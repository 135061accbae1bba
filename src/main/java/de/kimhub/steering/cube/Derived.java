package de.kimhub.steering.cube;

import java.util.List;

/**
 * Numbers worked out from shown cells alone, so that they tell nothing that the cells do not. As soon as one cell is hidden,
 * the result is.
 */
public final class Derived {

    /** Shares and quartiles of fewer say nothing, and much of single people. */
    static final int SMALLEST_BASE = 10;
    /** With fewer posts, cases per post say how one person works. */
    static final int FEWEST_POSTS = 5;
    private static final double PERCENT = 100;

    private Derived() {
    }

    public static Figure sum(List<Figure> parts) {
        return unless(parts, Figure.of(parts.stream().mapToDouble(Figure::value).sum()));
    }

    public static Figure change(Figure now, Figure before) {
        return unless(List.of(now, before), Figure.of(now.value() - before.value()));
    }

    /** In percent. */
    public static Figure share(Figure part, Figure whole) {
        Figure base = base(whole);
        return unless(List.of(part, whole, base), Figure.of(PERCENT * part.value() / Math.max(1, whole.value())));
    }

    public static Figure perPost(Figure cases, double posts) {
        return unless(List.of(cases), posts < FEWEST_POSTS ? Figure.HIDDEN : Figure.of(cases.value() / posts));
    }

    /**
     * Which days a share {@code q} of all do not exceed, evenly spread within their class.
     *
     * @param counts of the classes, in the same order
     */
    public static Quantile quantile(List<Category> classes, List<Figure> counts, double q) {
        Figure whole = sum(counts);
        Figure base = base(whole);
        if (!whole.shown() || !base.shown()) {
            return new Quantile(whole.shown() ? base : whole, false);
        }
        double wanted = q * whole.value();
        double before = 0;
        for (int i = 0; i < classes.size(); i++) {
            double count = counts.get(i).value();
            if (count > 0 && before + count >= wanted) {
                return within(classes.get(i), (wanted - before) / count);
            }
            before += count;
        }
        return new Quantile(Figure.UNKNOWN, false);
    }

    /** A class of whole days "8 bis 14" is the time from 8 up to 15. */
    private static Quantile within(Category days, double part) {
        return days.upper() == null ? new Quantile(Figure.of(days.lower()), true)
                : new Quantile(Figure.of(days.lower() + part * (days.upper() + 1 - days.lower())), false);
    }

    private static Figure base(Figure whole) {
        return !whole.shown() || whole.value() >= SMALLEST_BASE ? whole : whole.value() == 0 ? Figure.UNKNOWN : Figure.HIDDEN;
    }

    private static Figure unless(List<Figure> parts, Figure result) {
        if (parts.stream().anyMatch(Figure.Hidden.class::isInstance)) {
            return Figure.HIDDEN;
        }
        return parts.stream().anyMatch(Figure.Unknown.class::isInstance) ? Figure.UNKNOWN : result;
    }
}
