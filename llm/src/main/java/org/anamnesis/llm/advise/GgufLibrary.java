package org.anamnesis.llm.advise;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * llama.cpp's native library, put into a folder of ours before its loader looks for it. Left to
 * itself the loader writes it to the common temporary folder under a fixed name, where anybody may
 * have put another, and says so on standard output.
 */
final class GgufLibrary {
    private static final String FOLDER = "de.kherud.llama.lib.path";
    private static final String NAME = System.mapLibraryName("jllama");

    private GgufLibrary() {}

    /** Does nothing if the user says where the library is. */
    static synchronized void unpack() {
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        String resource = "/de/kherud/llama/" + system() + "/" + NAME;
        try (InputStream in = GgufLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new CallFailed("llama.cpp does not run on this machine");
            }
            Path folder = Files.createTempDirectory("anamnesis-llama");
            Path file = folder.resolve(NAME);
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            Files.copy(in, file);
            System.setProperty(FOLDER, folder.toString());
        } catch (IOException e) {
            throw new CallFailed("llama.cpp could not be unpacked", e);
        }
    }

    private static String system() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String family =
                os.startsWith("windows") ? "Windows" : os.startsWith("mac") ? "Mac" : "Linux";
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        return family + "/" + (arm ? "aarch64" : "x86_64");
    }
}
