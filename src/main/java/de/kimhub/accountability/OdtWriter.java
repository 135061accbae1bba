package de.kimhub.accountability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a {@link Document} as an OpenDocument text (ODF 1.3, ISO/IEC 26300): the type first and uncompressed, content,
 * styles, metadata and the list of them. The same document gives the same bytes.
 */
public final class OdtWriter {

    private static final String TYPE = "application/vnd.oasis.opendocument.text";
    private static final long NO_TIME = 315_532_800_000L + 86_400_000L;

    private OdtWriter() {
    }

    /** @param madeOn stands in the metadata */
    public static byte[] write(Document document, LocalDate madeOn) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            stored(zip, "mimetype", TYPE.getBytes(StandardCharsets.US_ASCII));
            deflated(zip, "content.xml", OdtContent.write(document));
            deflated(zip, "styles.xml", resource("styles.xml"));
            deflated(zip, "meta.xml", text("meta.xml").replace("${title}", escaped(document.title()))
                    .replace("${day}", madeOn.toString()).getBytes(StandardCharsets.UTF_8));
            deflated(zip, "META-INF/manifest.xml", resource("manifest.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void stored(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = entry(name);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static void deflated(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(NO_TIME);
        return entry;
    }

    private static String text(String name) throws IOException {
        return new String(resource(name), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream file = OdtWriter.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
