package de.kimhub.runtime.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The files of a delivery that is an archive, named after the delivery: {@code lieferung-7.zip} with a PDF and a CSV
 * becomes {@code lieferung-7.pdf} and {@code lieferung-7.csv}. Of the entries' own names only the extension counts.
 */
final class UnpackedFiles {

    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};
    private static final int MOST_FILES = 8;
    private static final int MOST_BYTES = 256 * 1024 * 1024;
    private static final Pattern EXTENSION = Pattern.compile(".*\\.([a-z0-9]{1,5})", Pattern.DOTALL);

    private UnpackedFiles() {
    }

    /** What is no archive is laid out as it is. */
    static Map<String, byte[]> of(String deliveryName, byte[] delivery) {
        if (delivery.length < ARCHIVE.length || !Arrays.equals(delivery, 0, ARCHIVE.length, ARCHIVE, 0, ARCHIVE.length)) {
            return Map.of(deliveryName, delivery);
        }
        String base = deliveryName.contains(".") ? deliveryName.substring(0, deliveryName.lastIndexOf('.')) : deliveryName;
        Map<String, byte[]> files = new LinkedHashMap<>();
        int left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(delivery))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(left);
                left -= content.length;
                Matcher extension = EXTENSION.matcher(entry.getName());
                if (entry.isDirectory() || !extension.matches() || left == 0 || files.size() == MOST_FILES
                        || files.put(base + "." + extension.group(1), content) != null) {
                    throw noArchive();
                }
            }
        } catch (IOException unreadable) {
            throw noArchive();
        }
        if (files.isEmpty()) {
            throw noArchive();
        }
        return files;
    }

    private static IllegalArgumentException noArchive() {
        return new IllegalArgumentException("The delivery is no archive of up to " + MOST_FILES
                + " files with different extensions.");
    }
}
