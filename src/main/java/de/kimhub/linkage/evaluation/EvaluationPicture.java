package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.Scorer;
import java.util.Locale;

/** The scores of pairs of one person and of two as an SVG, readable without colours. */
public final class EvaluationPicture {

    private static final int LEFT = 70;
    private static final int TOP = 70;
    private static final int WIDTH = 850;
    private static final int HEIGHT = 300;
    /** What a single pair is drawn as, in powers of ten. */
    private static final double ONE = .25;

    private final Histogram histogram;
    private final StringBuilder svg = new StringBuilder();
    private final int decades;

    private EvaluationPicture(Histogram histogram) {
        this.histogram = histogram;
        long most = 1;
        for (int bar = 0; bar < histogram.bars(); bar++) {
            most = Math.max(most, Math.max(histogram.same(bar), histogram.different(bar)));
        }
        this.decades = (int) Math.ceil(Math.log10(most + 1));
    }

    public static String of(Evaluation evaluation) {
        return new EvaluationPicture(evaluation.histogram()).draw(evaluation);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private String draw(Evaluation evaluation) {
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"title desc\""
                + " font-family=\"sans-serif\" font-size=\"13\">", LEFT + WIDTH + 20, TOP + HEIGHT + 60);
        add("<title id=\"title\">Bewertung der verglichenen Paare</title>");
        add("<desc id=\"desc\">%s</desc>", description(evaluation));
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        band("NEW", Histogram.LOWEST, Threshold.bits(Scorer.REVIEW), "white");
        band("REVIEW", Threshold.bits(Scorer.REVIEW), Threshold.bits(Scorer.SURE), "#e8e8e8");
        band("SURE", Threshold.bits(Scorer.SURE), Histogram.HIGHEST, "white");
        axes();
        for (int bar = 0; bar < histogram.bars(); bar++) {
            bar(histogram.from(bar) + .1, histogram.different(bar), "white");
            bar(histogram.from(bar) + 1, histogram.same(bar), "black");
        }
        legend();
        add("</svg>");
        return svg.toString();
    }

    private static String description(Evaluation evaluation) {
        return String.format(Locale.GERMANY, "Häufigkeit der Bewertungen von %,d verglichenen Paaren, getrennt nach Paaren "
                        + "einer Person und zweier Personen, in Zehnerpotenzen. Band SURE: %,d richtig, %,d falsch. Ab der "
                        + "Wahrscheinlichkeit 0,5: Präzision %.4f, Ausbeute %.4f, F1 %.4f.", evaluation.blocking().pairs(),
                evaluation.sure().truePositives(), evaluation.sure().falsePositives(),
                evaluation.atHalf().precision().value(), evaluation.atHalf().recall().value(), evaluation.atHalf().f1());
    }

    private static double x(double bits) {
        return LEFT + (bits - Histogram.LOWEST) * WIDTH / (Histogram.HIGHEST - Histogram.LOWEST);
    }

    private double height(double powerOfTen) {
        return (powerOfTen + ONE) * HEIGHT / (decades + ONE);
    }

    private void band(String name, double from, double to, String fill) {
        add("<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>", x(from), TOP, x(to) - x(from), HEIGHT,
                fill);
        if (to < Histogram.HIGHEST) {
            add("<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"black\" stroke-dasharray=\"4 3\"/>", x(to),
                    TOP - 14, TOP + HEIGHT);
        }
        add("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" font-weight=\"bold\">%s</text>", x((from + to) / 2), TOP - 6,
                name);
    }

    private void axes() {
        for (int power = 0; power <= decades; power++) {
            double y = TOP + HEIGHT - height(power);
            add("<line x1=\"%d\" x2=\"%d\" y1=\"%3$.1f\" y2=\"%3$.1f\" stroke=\"#bbbbbb\"/>", LEFT, LEFT + WIDTH, y);
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 6, y + 4,
                    String.format(Locale.GERMANY, "%,d", Math.round(Math.pow(10, power))));
        }
        for (int bits = Histogram.LOWEST; bits <= Histogram.HIGHEST; bits += 10) {
            add("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>", x(bits), TOP + HEIGHT + 18,
                    String.valueOf(bits).replace('-', '−'));
        }
        add("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"black\"/>", LEFT, TOP, WIDTH, HEIGHT);
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">Bewertung in Bit (0: so wahrscheinlich eine Person wie zwei); "
                + "Paare außerhalb stehen am Rand</text>", LEFT + WIDTH / 2, TOP + HEIGHT + 42);
        add("<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">Paare</text>", TOP + HEIGHT / 2);
    }

    private void bar(double from, long pairs, String fill) {
        if (pairs > 0) {
            double height = height(Math.log10(pairs));
            add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" stroke=\"black\"/>", x(from),
                    TOP + HEIGHT - height, x(.9) - x(0), height, fill);
        }
    }

    private void legend() {
        add("<rect x=\"%d\" y=\"14\" width=\"12\" height=\"12\" fill=\"black\" stroke=\"black\"/>", LEFT);
        add("<text x=\"%d\" y=\"25\">Paare einer Person</text>", LEFT + 18);
        add("<rect x=\"%d\" y=\"14\" width=\"12\" height=\"12\" fill=\"white\" stroke=\"black\"/>", LEFT + 170);
        add("<text x=\"%d\" y=\"25\">Paare zweier Personen</text>", LEFT + 188);
    }
}
