package de.kimhub.privacy;

import java.util.List;
import java.util.Set;

/**
 * Where the data of one person lie, for whoever has to show or erase them.
 *
 * @param person {@link #PART} when other files of the person stay
 * @param events numbers of all events of their files
 * @param words  a record that says all words of one of these sets, and whose file cannot be read, is taken for theirs
 */
public record PersonData(long person, List<File> files, List<Long> events, Set<Set<String>> words) {

    /** Not all files of the person. */
    public static final long PART = 0;

    /** @param caseDigest keyed digest of its number */
    public record File(long id, int instanceNo, byte[] caseDigest) {
    }

    public long[] fileIds() {
        return files.stream().mapToLong(File::id).toArray();
    }

    public byte[][] digests() {
        return files.stream().map(File::caseDigest).toArray(byte[][]::new);
    }

    /** Aligned with {@link #digests()}. */
    public int[] instances() {
        return files.stream().mapToInt(File::instanceNo).toArray();
    }

    public long[] eventIds() {
        return events.stream().mapToLong(Long::longValue).toArray();
    }

    /** Without what they are called. */
    @Override
    public String toString() {
        return "PersonData[" + person + "]";
    }
}
