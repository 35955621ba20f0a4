package io.liquidationmap.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeRevisionTest {

    private static final Map<String, String> CLASSES = Map.of(
            "some/engine/", "",
            "some/engine/A.class", "a",
            "some/engine/deep/", "",
            "some/engine/deep/B.class", "b",
            "some/engine/notes.txt", "not a class",
            "some/other/", "",
            "some/other/C.class", "c");

    @TempDir
    Path folder;

    @Test
    void ofTheSameCode_isTheSame_inAFolderAndInAJar() throws IOException {
        assertThat(of(jar(CLASSES))).isEqualTo(of(folder(CLASSES))).matches("[0-9a-f]{64}");
    }

    @Test
    void ofOtherCode_isAnother() throws IOException {
        String before = of(jar(CLASSES));

        assertThat(of(jar(with("some/engine/deep/B.class", "b2")))).isNotEqualTo(before);
        assertThat(of(jar(with("some/engine/D.class", "d")))).isNotEqualTo(before);
        assertThat(of(jar(with("some/engine/notes.txt", "others")))).isEqualTo(before);
        assertThat(of(jar(with("some/other/C.class", "c2")))).isEqualTo(before);
    }

    @Test
    void withoutAnyCode_isRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> of(jar(Map.of("some/", ""))))
                .withMessage("no class is found in some/engine");
    }

    @Test
    void ofTheService_coversAllThatComputes() {
        assertThat(new CodeRevision().text())
                .matches("[0-9a-f]{64}")
                .isEqualTo(new CodeRevision().text())
                .isNotEqualTo(new CodeRevision(
                                CodeRevision.class.getClassLoader(),
                                List.of("io/liquidationmap/market", "io/liquidationmap/maps"))
                        .text());
    }

    private static String of(Path code) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {code.toUri().toURL()}, null)) {
            return new CodeRevision(loader, List.of("some/engine")).text();
        }
    }

    private static Map<String, String> with(String name, String content) {
        Map<String, String> changed = new TreeMap<>(CLASSES);
        changed.put(name, content);
        return changed;
    }

    private Path jar(Map<String, String> files) throws IOException {
        Path jar = Files.createTempFile(folder, "code", ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            // In another order than that of the folder.
            for (Map.Entry<String, String> file :
                    new TreeMap<>(files).descendingMap().entrySet()) {
                entries.putNextEntry(new JarEntry(file.getKey()));
                entries.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private Path folder(Map<String, String> files) throws IOException {
        Path root = Files.createTempDirectory(folder, "code");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            if (file.getKey().endsWith("/")) {
                Files.createDirectories(path);
            } else {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
        return root;
    }
}
