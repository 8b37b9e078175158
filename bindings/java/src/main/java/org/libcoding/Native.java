package org.libcoding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

/**
 * The library's machine code, taken out of the jar and loaded once. It lies in a folder that only its owner may enter,
 * and for a moment only: a system that can unlink what is mapped does so at once, others when the program ends.
 * {@code -Dorg.libcoding.library=FILE} loads a file that is already there, where nothing may be run from the temporary
 * folder.
 */
final class Native {
    private static final String PROPERTY = "org.libcoding.library";

    static {
        String file = System.getProperty(PROPERTY);
        if (file != null) System.load(Path.of(file).toAbsolutePath().toString());
        else loadFromJar();
    }

    private Native() {}

    /** Loads it, the first time. */
    static void load() {}

    private static void loadFromJar() {
        String name = "/native/" + platform() + "/" + System.mapLibraryName("coding_java");
        try (InputStream code = Native.class.getResourceAsStream(name)) {
            if (code == null)
                throw new UnsatisfiedLinkError("no " + name + " is in this jar; name one by -D" + PROPERTY + "=FILE");
            loadCopy(code, name.substring(name.lastIndexOf('/') + 1));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static void loadCopy(InputStream code, String name) throws IOException {
        Path folder = Files.createTempDirectory("libcoding-", ownersAlone("rwx------"));
        Path file = folder.resolve(name);
        try {
            Files.createFile(file, ownersAlone("rw-------"));
            Files.write(file, code.readAllBytes(), StandardOpenOption.TRUNCATE_EXISTING);
            System.load(file.toString());
        } finally {
            remove(file, folder);
        }
    }

    private static FileAttribute<?>[] ownersAlone(String rights) {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        if (!views.contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))};
    }

    /* Files that are in use cannot be removed everywhere; deleteOnExit goes from the last to the first. */
    private static void remove(Path file, Path folder) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException inUse) {
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
        }
    }

    static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String os = system.startsWith("mac") ? "darwin" : system.startsWith("windows") ? "windows" : system;
        String arch = machine.equals("x86_64") ? "amd64" : machine.equals("aarch64") ? "arm64" : machine;
        return os + "-" + arch;
    }
}
