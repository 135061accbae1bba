package de.kimhub.plan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Files as they stand in a revision of a git repository. */
public final class GitRevision {

    private GitRevision() {
    }

    /** The top folder of the repository that a folder lies in, or {@code null}. */
    public static Path repository(Path folder) {
        try {
            byte[] name = git(folder, "rev-parse", "--show-toplevel");
            return name == null ? null : Path.of(new String(name).strip());
        } catch (IOException | InterruptedException noGit) {
            return null;
        }
    }

    /**
     * Writes what the revision has below these folders of the repository.
     *
     * @return whether there is such a revision, and it has all of them
     */
    public static boolean extract(Path repository, String revision, List<String> folders, Path target) throws IOException {
        if (revision.startsWith("-")) {
            return false;
        }
        try {
            for (String folder : folders) {
                byte[] zip = git(repository, "archive", "--format=zip", revision, folder);
                if (zip == null) {
                    return false;
                }
                unpack(zip, target);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void unpack(byte[] zip, Path target) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!entry.isDirectory() && file.startsWith(target)) {
                    Files.createDirectories(file.getParent());
                    Files.write(file, in.readAllBytes());
                }
            }
        }
    }

    /** {@code null} when it fails. */
    private static byte[] git(Path folder, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("git", "-C", folder.toString());
        builder.command().addAll(List.of(arguments));
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        byte[] output = process.getInputStream().readAllBytes();
        return process.waitFor() == 0 ? output : null;
    }
}
