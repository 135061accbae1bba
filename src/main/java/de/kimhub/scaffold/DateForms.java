package de.kimhub.scaffold;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which forms of dates values have. */
final class DateForms {

    /** By the pattern that a mapping has for it; groups are year, month and day. */
    private static final Map<String, Pattern> FORMS = new LinkedHashMap<>();
    private static final String DAY = "(?<d>\\d{1,2})";
    private static final String MONTH = "(?<m>\\d{1,2})";
    private static final String YEAR = "(?<y>\\d{4})";

    static {
        form("dd.MM.yyyy", DAY + "\\." + MONTH + "\\." + YEAR);
        form("yyyy-MM-dd", YEAR + "-" + MONTH + "-" + DAY);
        form("dd.MM.yy", DAY + "\\." + MONTH + "\\.(?<y>\\d{2})");
        form("dd/MM/yyyy", DAY + "/" + MONTH + "/" + YEAR);
        form("MM/dd/yyyy", MONTH + "/" + DAY + "/" + YEAR);
        form("dd-MM-yyyy", DAY + "-" + MONTH + "-" + YEAR);
        form("yyyyMMdd", "(?<y>(?:19|20)\\d{2})(?<m>\\d{2})(?<d>\\d{2})");
        form("dd.MM.yyyy HH:mm", DAY + "\\." + MONTH + "\\." + YEAR + " \\d{1,2}:\\d{2}");
        form("dd.MM.yyyy HH:mm:ss", DAY + "\\." + MONTH + "\\." + YEAR + " \\d{1,2}:\\d{2}:\\d{2}");
        form("yyyy-MM-dd'T'HH:mm", YEAR + "-" + MONTH + "-" + DAY + "T\\d{2}:\\d{2}");
        form("yyyy-MM-dd'T'HH:mm:ss", YEAR + "-" + MONTH + "-" + DAY + "T\\d{2}:\\d{2}:\\d{2}");
        form("yyyy-MM-dd'T'HH:mm:ss'Z'", YEAR + "-" + MONTH + "-" + DAY + "T\\d{2}:\\d{2}:\\d{2}Z");
        form("yyyy-MM-dd HH:mm:ss", YEAR + "-" + MONTH + "-" + DAY + " \\d{2}:\\d{2}:\\d{2}");
    }

    private static final Pattern NOTHING = Pattern.compile("00\\.00\\.(0000|00)|0000-00-00|31\\.12\\.9999|9999-12-31");
    private static final Pattern PARTIAL = Pattern.compile("(00\\.\\d{2}\\.\\d{4}|\\d{4}-\\d{2}-00|\\d{4}-00-00"
            + "|\\d{4}|\\d{2}\\.\\d{4}|\\d{4}-\\d{2})");

    private DateForms() {
    }

    private static void form(String pattern, String regex) {
        FORMS.put(pattern, Pattern.compile(regex));
    }

    /**
     * @param formats those that values have, the most frequent first
     * @param dates   how many values are possible dates in one of them
     * @param partial of which the day or month is left open
     * @param nothing that stand for no date
     * @param first   of a January, which often means that only the year is known
     */
    record Result(List<String> formats, int dates, int partial, int nothing, int first) {

        boolean timed() {
            return !formats.isEmpty() && formats.stream().allMatch(format -> format.contains("HH"));
        }
    }

    static Result of(List<String> values) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int dates = 0;
        int partial = 0;
        int nothing = 0;
        int first = 0;
        boolean american = values.stream().anyMatch(value -> isOne("MM/dd/yyyy", value) && !isOne("dd/MM/yyyy", value));
        for (String value : values) {
            if (NOTHING.matcher(value).matches()) {
                nothing++;
                continue;
            }
            if (PARTIAL.matcher(value).matches() && !isOne("yyyyMMdd", value)) {
                partial++;
                continue;
            }
            for (String format : FORMS.keySet()) {
                if (!format.equals(american ? "dd/MM/yyyy" : "MM/dd/yyyy") && isOne(format, value)) {
                    counts.merge(format, 1, Integer::sum);
                    dates++;
                    first += value.matches("0?1\\.0?1\\..*|\\d{4}-01-01.*") ? 1 : 0;
                    break;
                }
            }
        }
        List<String> formats = new ArrayList<>(counts.keySet());
        formats.sort((one, other) -> counts.get(other) - counts.get(one));
        return new Result(formats, dates, partial, nothing, first);
    }

    /** Whether it is a possible date of this form. */
    private static boolean isOne(String format, String value) {
        Matcher match = FORMS.get(format).matcher(value);
        if (!match.matches()) {
            return false;
        }
        int year = Integer.parseInt(match.group("y"));
        try {
            LocalDate.of(year < 100 ? 2000 + year : year, Integer.parseInt(match.group("m")),
                    Integer.parseInt(match.group("d")));
            return year < 100 || year > 1850 && year < 2200;
        } catch (DateTimeException impossible) {
            return false;
        }
    }
}
