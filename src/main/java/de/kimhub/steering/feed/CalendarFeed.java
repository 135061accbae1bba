package de.kimhub.steering.feed;

import de.kimhub.steering.cube.Release;
import de.kimhub.steering.cube.ReleaseContent;
import de.kimhub.steering.cube.ReleaseContent.Day;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Days of releases and sessions as iCalendar (RFC 5545). */
final class CalendarFeed {

    private static final int LONGEST = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private CalendarFeed() {
    }

    static byte[] of(ReleaseContent content) {
        Release release = content.release();
        List<String> lines = new ArrayList<>(List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//KIM-Hub//Lenkungsgruppe//DE",
                "CALSCALE:GREGORIAN", "X-WR-CALNAME:Lenkungsgruppe KIM"));
        for (Day day : content.calendar()) {
            String id = FeedTokens.sha256((day.day() + " " + day.kind() + " " + day.title()).getBytes(StandardCharsets.UTF_8))
                    .substring(0, 32);
            lines.addAll(List.of("BEGIN:VEVENT", "UID:" + id + "@kim-hub", "DTSTAMP:" + TIME.format(release.publishedAt()
                            .truncatedTo(ChronoUnit.SECONDS)), "DTSTART;VALUE=DATE:" + DAY.format(day.day()),
                    "DTEND;VALUE=DATE:" + DAY.format(day.day().plusDays(1)), "SUMMARY:" + escaped(day.title()),
                    "CATEGORIES:" + category(day.kind()), "TRANSP:TRANSPARENT", "END:VEVENT"));
        }
        lines.add("END:VCALENDAR");
        StringBuilder calendar = new StringBuilder();
        lines.forEach(line -> fold(line, calendar));
        return calendar.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String category(String kind) {
        return switch (kind) {
            case "session" -> "Sitzung";
            case "cut-off" -> "Stichtag";
            default -> "Veröffentlichung";
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
    }

    /** A line has 75 octets at the most; it goes on in the next one behind a space. */
    private static void fold(String line, StringBuilder out) {
        int octets = 0;
        for (int c : line.codePoints().toArray()) {
            int size = new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(c);
            octets += size;
        }
        out.append("\r\n");
    }
}
