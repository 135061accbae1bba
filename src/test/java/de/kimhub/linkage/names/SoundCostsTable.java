package de.kimhub.linkage.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What was learnt, as {@link SoundCosts} reads it. */
record SoundCostsTable(SoundParameters parameters, StartingSounds firsts, StartingSounds seconds, double moreRoom) {

    /** Not learnt: so that the similarity falls over the same range as before. */
    private static final String FALL = "0.250;0.150";

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        StringBuilder columns = new StringBuilder("columns");
        for (int second = 0; second < seconds.size(); second++) {
            columns.append(';').append(seconds.name(second));
        }
        lines.add(columns.toString());
        lines.add("scale;" + room(parameters.base()) + ";" + FALL);
        for (int first = 0; first < firsts.size(); first++) {
            StringBuilder line = new StringBuilder("instead;" + firsts.name(first));
            for (int second = 0; second < seconds.size(); second++) {
                line.append(';').append(cost(parameters.instead(first, second)));
            }
            lines.add(line.toString());
        }
        for (int sound = 0; sound < firsts.size(); sound++) {
            lines.add("first;" + firsts.name(sound) + leftOut(parameters.leftOutOfFirst(sound * Sounds.PLACES))
                    + ";" + room(parameters.roomOfFirst(sound)));
        }
        for (int sound = 0; sound < seconds.size(); sound++) {
            lines.add("second;" + seconds.name(sound) + leftOut(parameters.leftOutOfSecond(sound * Sounds.PLACES))
                    + ";" + room(parameters.roomOfSecond(sound)));
        }
        return lines;
    }

    private String leftOut(int parameter) {
        StringBuilder costs = new StringBuilder();
        for (int place = 0; place < Sounds.PLACES; place++) {
            costs.append(';').append(cost(parameter + place));
        }
        return costs.toString();
    }

    private String cost(int parameter) {
        return String.format(Locale.ROOT, "%.2f", parameters.values[parameter] / SoundParameters.LOG_ODDS);
    }

    private String room(int parameter) {
        double learnt = Math.round(1000 * parameters.values[parameter] / SoundParameters.LOG_ODDS) / 1000.0;
        return String.format(Locale.ROOT, "%.3f", moreRoom * learnt);
    }

    /** A table of Latin letters on both sides, back as parameters. */
    static SoundParameters latin(String file) {
        Alphabet latin = Alphabets.LATIN;
        SoundParameters parameters = new SoundParameters(latin, latin);
        double[] values = new double[parameters.values.length];
        List<String[]> lines = StartingCosts.lines(file).stream().map(line -> line.split(";")).toList();
        String[] columns = lines.getFirst();
        for (String[] cells : lines.subList(1, lines.size())) {
            switch (cells[0]) {
                case "scale" -> values[parameters.base()] = Double.parseDouble(cells[1]);
                case "instead" -> {
                    for (int i = 2; i < cells.length; i++) {
                        int pair = parameters.instead(latin.named(cells[1]), latin.named(columns[i - 1]));
                        values[pair] = Double.parseDouble(cells[i]);
                    }
                }
                default -> {
                    int sound = latin.named(cells[1]);
                    for (int place = 0; place < Sounds.PLACES; place++) {
                        values[parameters.leftOutOfFirst(sound * Sounds.PLACES + place)] = Double.parseDouble(cells[2 + place]);
                    }
                    values[parameters.roomOfFirst(sound)] = Double.parseDouble(cells[2 + Sounds.PLACES]);
                }
            }
        }
        parameters.set(Arrays.stream(values).map(value -> value * SoundParameters.LOG_ODDS).toArray());
        return parameters;
    }
}
