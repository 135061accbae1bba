package de.kimhub.translation;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/** Writes pages as tagged PDFs (PDF/UA), with the product's own font, DejaVu Sans, and nothing from elsewhere. */
public final class TaggedPdf {

    static {
        XRLog.setLoggingEnabled(false);
    }

    private TaggedPdf() {
    }

    /** Gives a document a time and a number in place of those of its making, so that equal pages give equal bytes. */
    @FunctionalInterface
    public interface Stamp {

        void on(PDDocument document) throws IOException;
    }

    /** @param further conformance beyond PDF/UA */
    public static byte[] of(Document page, Consumer<PdfRendererBuilder> further, Stamp stamp) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        further.accept(builder);
        builder.withProducer("KIM-Hub");
        builder.useFont(NoticeFonts::regular, NoticeFonts.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(NoticeFonts::bold, NoticeFonts.FAMILY, 700, FontStyle.NORMAL, true);
        builder.useExternalResourceAccessControl((uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl((uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.withW3cDocument(page, null);
        builder.toStream(bytes);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            stamp.on(document);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
    }
}
