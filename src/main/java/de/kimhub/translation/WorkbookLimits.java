package de.kimhub.translation;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Enumeration;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks through a workbook before it is read: what unpacks to far more than it seems, names cells that no sheet has or
 * is not well-formed never reaches the library that reads it.
 */
final class WorkbookLimits {

    /** Of the file as it comes, in bytes. */
    static final int MOST_BYTES = 48 * 1024 * 1024;
    private static final long MOST_UNPACKED = 768L * 1024 * 1024;
    private static final long MOST_SHARED_TEXT = 96L * 1024 * 1024;
    private static final int MOST_PARTS = 5000;
    private static final long MOST_CELLS = 20_000_000;
    /** Texts that cells share. */
    private static final long MOST_STRINGS = 4_000_000;
    private static final int MOST_DEPTH = 64;
    private static final int LAST_ROW = 1_048_576;
    private static final int LONGEST_COLUMN = 3;
    private static final byte[] OLD_FILE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private final XMLInputFactory xml = new InputFactoryImpl();
    private long unpacked;
    private long cells;
    private long strings;
    private long lastString = -1;

    private WorkbookLimits() {
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    static void check(byte[] file) throws UnusableWorkbook {
        if (file.length >= OLD_FILE.length && Arrays.equals(file, 0, OLD_FILE.length, OLD_FILE, 0, OLD_FILE.length)) {
            throw holds(file, ENCRYPTED)
                    ? new UnusableWorkbook(TranslationProblem.WORKBOOK_LOCKED,
                            "The workbook is protected by a password. Save it without one.")
                    : new UnusableWorkbook(TranslationProblem.OLD_WORKBOOK,
                            "The file is in the old format .xls. Save it as .xlsx.");
        }
        if (file.length < 2 || file[0] != 'P' || file[1] != 'K') {
            throw UnusableWorkbook.broken();
        }
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
            new WorkbookLimits().check(zip);
        } catch (IOException | RuntimeException | XMLStreamException damaged) {
            throw UnusableWorkbook.broken();
        }
    }

    private void check(ZipFile zip) throws IOException, XMLStreamException, UnusableWorkbook {
        int parts = 0;
        for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements(); ) {
            ZipArchiveEntry entry = entries.nextElement();
            if (++parts > MOST_PARTS) {
                throw tooLarge();
            }
            String name = entry.getName();
            try (Counting part = new Counting(zip.getInputStream(entry),
                    name.endsWith("sharedStrings.xml") ? MOST_SHARED_TEXT : MOST_UNPACKED)) {
                if (name.endsWith(".xml") || name.endsWith(".rels")) {
                    elements(part);
                }
                part.skipToEnd();
            } catch (Counting.TooMuch tooMuch) {
                throw tooLarge();
            }
        }
        if (lastString >= strings) {
            throw UnusableWorkbook.broken();
        }
    }

    private void elements(InputStream part) throws XMLStreamException, UnusableWorkbook {
        XMLStreamReader reader = xml.createXMLStreamReader(part);
        boolean shared = false;
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw UnusableWorkbook.broken();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > MOST_DEPTH) {
                        throw UnusableWorkbook.broken();
                    }
                    switch (reader.getLocalName()) {
                        case "row", "c" -> {
                            cell(reader.getAttributeValue(null, "r"));
                            shared = "s".equals(reader.getAttributeValue(null, "t"));
                        }
                        case "si" -> {
                            if (++strings > MOST_STRINGS) {
                                throw tooLarge();
                            }
                        }
                        case "v" -> {
                            if (shared) {
                                // to the library a number that is not there means as many texts
                                lastString = Math.max(lastString, Integer.parseInt(reader.getElementText().strip()));
                                depth--;
                            }
                        }
                        default -> {
                            // the library reads no other part of a cell, or only by the way
                        }
                    }
                }
                default -> {
                    // texts are bounded by what is unpacked
                }
            }
        }
    }

    private void cell(String address) throws UnusableWorkbook {
        if (++cells > MOST_CELLS) {
            throw tooLarge();
        }
        String digits = address == null ? "" : address.replaceFirst("^[A-Za-z]{0," + LONGEST_COLUMN + "}", "");
        boolean is = digits.isEmpty() || digits.length() <= 7 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(digits) >= 1 && Integer.parseInt(digits) <= LAST_ROW;
        if (!is) {
            throw UnusableWorkbook.broken();
        }
    }

    private static boolean holds(byte[] file, byte[] text) {
        for (int i = 0; i + text.length <= file.length; i++) {
            if (file[i] == text[0] && Arrays.equals(file, i, i + text.length, text, 0, text.length)) {
                return true;
            }
        }
        return false;
    }

    static UnusableWorkbook tooLarge() {
        return new UnusableWorkbook(TranslationProblem.WORKBOOK_TOO_LARGE, "The workbook is larger than the "
                + MOST_BYTES / 1024 / 1024 + " MB, or unpacks to more than the " + MOST_UNPACKED / 1024 / 1024
                + " MB, that are read. Export it as CSV, or in parts.");
    }

    /** Counts what a part unpacks to, and ends when it is too much. */
    private final class Counting extends FilterInputStream {

        private static final class TooMuch extends IOException {
            private static final long serialVersionUID = 1L;
        }

        private final long most;
        private long length;

        Counting(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            int read = super.read(target, offset, count);
            length += Math.max(0, read);
            unpacked += Math.max(0, read);
            if (length > most || unpacked > MOST_UNPACKED) {
                throw new TooMuch();
            }
            return read;
        }

        void skipToEnd() throws IOException {
            byte[] buffer = new byte[64 * 1024];
            while (read(buffer, 0, buffer.length) >= 0) {
                // only counted
            }
        }
    }
}
