package de.kimhub.steering.board;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import de.kimhub.steering.cube.Release;
import de.kimhub.steering.cube.ReleaseContent;
import de.kimhub.steering.feed.ReleaseDocument;
import de.kimhub.translation.TaggedPdf;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** All figures of a release as a tagged PDF (PDF/UA and PDF/A-3u) for session papers. Without the hurdles: those change. */
@Component
class Report implements ReleaseDocument {

    private static final ZoneId HERE = ZoneId.of("Europe/Berlin");

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
        return TaggedPdf.of(ReportPage.of(content), builder -> {
            builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
            builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        }, document -> asOf(document, content.release()));
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
}
