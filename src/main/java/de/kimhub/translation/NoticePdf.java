package de.kimhub.translation;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Makes a tagged PDF (PDF/UA) of a notice sheet. Equal tables give equal bytes. */
final class NoticePdf {

    private static final ZoneId HERE = ZoneId.of("Europe/Berlin");

    static {
        XRLog.setLoggingEnabled(false);
    }

    private NoticePdf() {
    }

    static byte[] of(NoticeTable table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.withProducer("KIM-Hub");
        builder.useFont(NoticeFonts::regular, NoticeFonts.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(NoticeFonts::bold, NoticeFonts.FAMILY, 700, FontStyle.NORMAL, true);
        builder.useExternalResourceAccessControl((uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl((uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.withW3cDocument(NoticePage.of(table), null);
        builder.toStream(bytes);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            document.getDocumentInformation().setCreationDate(
                    GregorianCalendar.from(table.day().atStartOfDay(HERE)));
            document.setDocumentId(number(table));
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
    }

    /** In place of the time, which PDF ids are otherwise made of. */
    private static long number(NoticeTable table) {
        CRC32 sum = new CRC32();
        for (String[] row : table.rows()) {
            sum.update(String.join("\u001F", row).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return sum.getValue();
    }
}
