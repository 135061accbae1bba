package de.kimhub.kit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A delivery of several files in one. */
final class Archive {

    private Archive() {
    }

    /** Of an archive the file with the expected one's extension; everything else as it is. */
    static byte[] file(byte[] delivered, String expectedFile) {
        String extension = expectedFile.substring(expectedFile.lastIndexOf('.'));
        if (delivered.length < 4 || delivered[0] != 'P' || delivered[1] != 'K' || extension.equals(".zip")) {
            return delivered;
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(delivered))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(extension)) {
                    return zip.readAllBytes();
                }
            }
            return delivered;
        } catch (IOException noArchive) {
            return delivered;
        }
    }
}
