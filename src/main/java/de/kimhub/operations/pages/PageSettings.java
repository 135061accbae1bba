package de.kimhub.operations.pages;

/**
 * @param uploadBytes largest file that may be handed in
 * @param contact     German: whom to ask for an account; may be empty
 */
public record PageSettings(long uploadBytes, String contact) {

    private static final long MEGABYTE = 1024L * 1024;

    /** For people. */
    public String uploadText() {
        return uploadBytes >= MEGABYTE ? uploadBytes / MEGABYTE + " MB" : uploadBytes / 1024 + " kB";
    }
}
