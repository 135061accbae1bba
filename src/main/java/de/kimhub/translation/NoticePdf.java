package de.kimhub.translation;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.zip.CRC32;

/** Makes a tagged PDF (PDF/UA) of a notice sheet. Equal tables give equal bytes. */
final class NoticePdf {

    private static final ZoneId HERE = ZoneId.of("Europe/Berlin");

    private NoticePdf() {
    }

    static byte[] of(NoticeTable table) {
        return TaggedPdf.of(NoticePage.of(table), builder -> { }, document -> {
            document.getDocumentInformation().setCreationDate(GregorianCalendar.from(table.day().atStartOfDay(HERE)));
            document.setDocumentId(number(table));
        });
    }

    /** In place of the time, which PDF ids are otherwise made of. */
    private static long number(NoticeTable table) {
        CRC32 sum = new CRC32();
        for (String[] row : table.rows()) {
            sum.update(String.join("\u001F", row).getBytes(StandardCharsets.UTF_8));
        }
        return sum.getValue();
    }
}
