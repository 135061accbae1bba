package de.kimhub.runtime.live;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names, sizes and times of the files that make up the configuration: another stamp, another configuration. Looked at
 * again and again instead of being told, so that it works on network drives and in containers as well.
 */
record FolderStamp(Map<Path, String> files) {

    private static final Set<String> NOT_CONFIGURATION = Set.of("samples");
    private static final int DEEPEST = 8;

    static FolderStamp of(List<Path> folders) {
        Map<Path, String> files = new TreeMap<>();
        for (Path folder : folders) {
            try {
                Files.walkFileTree(folder, Set.of(), DEEPEST, new Stamping(files));
            } catch (IOException unreadable) {
                files.put(folder, unreadable.getClass().getSimpleName());
            }
        }
        return new FolderStamp(files);
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
