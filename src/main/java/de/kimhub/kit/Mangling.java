package de.kimhub.kit;

import de.kimhub.translation.RawRecord;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a document can look like when something went wrong on its way. Always the same for the same document. */
final class Mangling {

    static final String DOCTYPE = "a document with a DOCTYPE";
    static final String DECLARED_CHARSET = "a document that declares a foreign charset";
    static final String FOREIGN_CHARSET = "the same text in UTF-16";
    private static final int MOST_CUTS = 100;
    private static final long SEED = 20_251_122;

    private Mangling() {
    }

    /** Lengths at which to cut: spread evenly, and at and beside every border between records. */
    static SortedSet<Integer> cuts(byte[] document, List<RawRecord> records) {
        SortedSet<Integer> cuts = new TreeSet<>();
        int step = Math.max(1, document.length / MOST_CUTS);
        for (int length = 0; length < document.length; length += step) {
            cuts.add(length);
        }
        records.stream().limit(MOST_CUTS).forEach(record -> {
            for (long length = record.offset() - 1; length <= record.offset() + 1; length++) {
                cuts.add((int) Math.clamp(length, 0, document.length));
            }
        });
        return cuts;
    }

    static SortedMap<String, byte[]> broken(byte[] document, Charset charset) {
        SortedMap<String, byte[]> broken = new TreeMap<>();
        broken.put("an empty document", new byte[0]);
        broken.put("a document of one line end", "\r\n".getBytes(StandardCharsets.US_ASCII));
        broken.put("a byte order mark alone", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        broken.put("bytes at random", random(document.length + 100));
        broken.put("a document with NUL bytes", with(document, (byte) 0));
        broken.put("a document with bytes of no character", with(document, (byte) 0xFF));
        broken.put("a document with quotes strewn in", with(document, (byte) '"'));
        broken.put("a document on one line", withoutLineEnds(document));
        broken.put(FOREIGN_CHARSET, new String(document, charset).getBytes(StandardCharsets.UTF_16));
        return broken;
    }

    /** The same for XML, of which everything is read as UTF-8 in which it is written. */
    static SortedMap<String, byte[]> brokenXml(byte[] document) {
        String text = new String(document, StandardCharsets.ISO_8859_1);
        String bare = text.replaceFirst("^(\u00EF\u00BB\u00BF)?<\\?xml[^>]*>", "");
        SortedMap<String, byte[]> broken = new TreeMap<>();
        broken.put(DOCTYPE, bytes("<!DOCTYPE a [<!ENTITY b \"c\">]>" + bare));
        broken.put(DECLARED_CHARSET, bytes("<?xml version=\"1.0\" encoding=\"IBM037\"?>" + bare));
        broken.put("a document with entities that nobody declares", bytes(text.replaceAll("(?s)(>[^<]*){5}", "$0&x;")));
        broken.put("a document without its namespaces", bytes(text.replaceAll("\\sxmlns(:[^=]*)?=\"[^\"]*\"", "")));
        broken.put("a document without its end tags", bytes(text.replaceAll("</[^>]*>", "")));
        broken.put("a document with a record in itself", bytes(text + bare));
        return broken;
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The same for a packed file, in which every byte counts. */
    static SortedMap<String, byte[]> brokenWorkbooks(byte[] file) {
        SortedMap<String, byte[]> broken = new TreeMap<>();
        for (int part = 1; part < 8; part++) {
            broken.put("a workbook cut off after " + part + " of 8 parts", Arrays.copyOf(file, file.length * part / 8));
            byte[] changed = file.clone();
            for (int i = file.length * (part - 1) / 8; i < file.length * part / 8; i += 97) {
                changed[i] ^= 0x55;
            }
            broken.put("a workbook damaged in part " + part + " of 8", changed);
        }
        broken.put("a workbook without its last bytes", Arrays.copyOf(file, Math.max(0, file.length - 10)));
        broken.put("a workbook in the old format", oldWorkbook(""));
        broken.put("a workbook with a password", oldWorkbook("EncryptedPackage"));
        return broken;
    }

    private static byte[] oldWorkbook(String stream) {
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        byte[] bytes = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 2048);
        System.arraycopy(name, 0, bytes, 1024, name.length);
        return bytes;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(SEED).nextBytes(bytes);
        return bytes;
    }

    /** Every seventeenth byte replaced. */
    private static byte[] with(byte[] document, byte replacement) {
        byte[] bytes = document.clone();
        for (int i = 16; i < bytes.length; i += 17) {
            bytes[i] = replacement;
        }
        return bytes;
    }

    private static byte[] withoutLineEnds(byte[] document) {
        byte[] bytes = new byte[document.length];
        int length = 0;
        for (byte next : document) {
            if (next != '\n' && next != '\r') {
                bytes[length++] = next;
            }
        }
        return Arrays.copyOf(bytes, length);
    }
}
