package de.kimhub.runtime.live;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names, sizes and times of the files that make up the configuration: another stamp, another configuration. Looked at
 * again and again instead of being told, so that it works on network drives and in containers as well, where files and
 * folders are often links.
 */
record FolderStamp(Map<Path, String> files) {

    private static final Set<String> NOT_CONFIGURATION = Set.of("samples");
    private static final int DEEPEST = 8;
    /** Data and exchange folders may lie beside them, in which something is written all the time. */
    private static final List<String> PARTS = List.of("connectors", "instances", "transports", "secrets", "schemas");

    /**
     * @param installation {@code config/<name>}, of which only the files that are configuration count
     * @param others       folders of which everything counts
     */
    static FolderStamp of(Path installation, List<Path> others) {
        Map<Path, String> files = new TreeMap<>();
        List<Path> all = new ArrayList<>(others);
        PARTS.forEach(part -> all.add(installation.resolve(part)));
        try (DirectoryStream<Path> top = Files.newDirectoryStream(installation, "*.yaml")) {
            top.forEach(all::add);
        } catch (IOException | DirectoryIteratorException unreadable) {
            files.put(installation, unreadable.getClass().getSimpleName());
        }
        all.forEach(path -> stamp(path, files));
        return new FolderStamp(files);
    }

    /** A link back to a folder around it is a file that cannot be visited. */
    private static void stamp(Path path, Map<Path, String> files) {
        try {
            Files.walkFileTree(path, Set.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Stamping(files));
        } catch (IOException unreadable) {
            files.put(path, unreadable.getClass().getSimpleName());
        }
    }

    private static final class Stamping extends SimpleFileVisitor<Path> {

        private final Map<Path, String> files;

        Stamping(Map<Path, String> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            if (name.startsWith(".") || NOT_CONFIGURATION.contains(name)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            files.put(folder, "folder");
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.put(file, attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey());
            return FileVisitResult.CONTINUE;
        }

        /** It went away, or may not be read: that is a state as well. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            files.put(file, failure.getClass().getSimpleName());
            return FileVisitResult.CONTINUE;
        }
    }
}
