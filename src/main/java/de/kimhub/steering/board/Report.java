package de.kimhub.steering.board;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import de.kimhub.steering.cube.Release;
import de.kimhub.steering.cube.ReleaseContent;
import de.kimhub.steering.feed.ReleaseDocument;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** All figures of a release as a tagged PDF (PDF/UA and PDF/A-3u) for session papers. Without the hurdles: those change. */
@Component
class Report implements ReleaseDocument {

    private static final ZoneId HERE = ZoneId.of("Europe/Berlin");

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final Map<String, byte[]> made = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "bericht.pdf";
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public byte[] of(ReleaseContent content) {
        return made.computeIfAbsent(content.release().id(), id -> pdf(content)).clone();
    }

    private static byte[] pdf(ReleaseContent content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("KIM-Hub");
        builder.useFont(() -> font("DejaVuSans.ttf"), ReportPage.FONT, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSans-Bold.ttf"), ReportPage.FONT, 700, FontStyle.NORMAL, true);
        builder.useExternalResourceAccessControl((uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl((uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.withW3cDocument(ReportPage.of(content), null);
        builder.toStream(bytes);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            asOf(document, content.release());
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
    }

    /** The time of the release in place of that of the making, so that the bytes never differ. */
    private static void asOf(PDDocument document, Release release) throws IOException {
        GregorianCalendar time = GregorianCalendar.from(release.publishedAt().truncatedTo(ChronoUnit.SECONDS).atZone(HERE));
        document.getDocumentInformation().setCreationDate(time);
        String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.toZonedDateTime());
        String metadata = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8)
                .replaceAll("(<xmp:(?:Create|Modify|Metadata)Date>)[^<]*", "$1" + text);
        document.getDocumentCatalog().getMetadata().importXMPMetadata(metadata.getBytes(StandardCharsets.UTF_8));
        CRC32 number = new CRC32();
        number.update((release.id() + release.checksum()).getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(number.getValue());
    }

    private static java.io.InputStream font(String file) {
        return Objects.requireNonNull(Report.class.getResourceAsStream("/fonts/" + file), file);
    }
}
