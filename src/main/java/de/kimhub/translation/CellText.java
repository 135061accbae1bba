package de.kimhub.translation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** What stands in a cell, as plain text: dates in ISO, numbers without exponent, formulas by their last result. */
final class CellText {

    /** More digits than these a spreadsheet neither keeps nor shows. */
    private static final MathContext KEPT = new MathContext(15);
    private static final int MOST_DIGITS = 400;
    private static final LocalDateTime DAY_0 = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final LocalDateTime DAY_0_SINCE_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
    /** Spreadsheets count a 29 February 1900, which never was. */
    private static final int NO_SUCH_DAY = 60;
    private static final int LAST_DAY = 2_958_465;
    private static final long SECONDS_A_DAY = 86_400;
    private static final Pattern ERROR = Pattern.compile("#[A-Z0-9/_]+[!?]?");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final boolean since1904;

    CellText(boolean since1904) {
        this.since1904 = since1904;
    }

    /** {@code null} when the cell is empty or holds an error. */
    String of(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return null;
        }
        if (cell.getType() == CellType.ERROR) {
            // also what is no number where one should stand
            return text(cell.getRawValue() == null ? "" : cell.getRawValue(), true);
        }
        return switch (cell.getValue()) {
            case null -> null;
            case BigDecimal number -> number(number, CellDateFormat.of(cell.getDataFormatId(), cell.getDataFormatString()));
            case Boolean truth -> truth.toString();
            case Object text -> text(text.toString(), cell.getType() == CellType.FORMULA);
        };
    }

    private static String text(String text, boolean result) {
        if (text.isBlank() || result && ERROR.matcher(text).matches()) {
            return null;
        }
        return text.indexOf("_x") < 0 ? text : ESCAPED.matcher(text).replaceAll(found ->
                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private String number(BigDecimal number, CellDateFormat format) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            return number.toString();
        }
        boolean day = number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0;
        if (format == CellDateFormat.NONE || !day) {
            BigDecimal plain = number.round(KEPT).stripTrailingZeros();
            return plain.signum() == 0 ? "0" : plain.toPlainString();
        }
        LocalDateTime moment = moment(number);
        return switch (format) {
            case DATE -> moment.toLocalDate().toString();
            case TIME -> TIME.format(moment);
            default -> TIMESTAMP.format(moment);
        };
    }

    /** To the second, which fractions of days only come near to. */
    private LocalDateTime moment(BigDecimal number) {
        long seconds = number.multiply(BigDecimal.valueOf(SECONDS_A_DAY)).setScale(0, java.math.RoundingMode.HALF_UP)
                .longValueExact();
        boolean early = !since1904 && seconds < NO_SUCH_DAY * SECONDS_A_DAY;
        return (since1904 ? DAY_0_SINCE_1904 : DAY_0).plusSeconds(seconds + (early ? SECONDS_A_DAY : 0));
    }
}
