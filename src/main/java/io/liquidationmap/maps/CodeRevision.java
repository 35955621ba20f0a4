package io.liquidationmap.maps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Names the code that computes, so that what was computed by other code is told apart. It is a digest of the class
/// files themselves: a number that somebody has to raise is forgotten one day.
@Component
class CodeRevision {

    /// All that a number passes through once bars and parameters are known: `market`, `engine`, `maps`, and the one
    /// library that the engine may use.
    private static final List<String> COMPUTING = List.of(
            "io/liquidationmap/market",
            "io/liquidationmap/engine",
            "io/liquidationmap/maps",
            "org/apache/commons/numbers");

    private final Supplier<String> text;

    CodeRevision() {
        this(CodeRevision.class.getClassLoader(), COMPUTING);
    }

    /// @param packages as folders
    CodeRevision(ClassLoader loader, List<String> packages) {
        text = SingletonSupplier.of(() -> read(new PathMatchingResourcePatternResolver(loader), packages));
    }

    /// The same for the same code, wherever it lies; read when it is asked for first.
    String text() {
        return text.get();
    }

    private static String read(PathMatchingResourcePatternResolver files, List<String> packages) {
        List<String> parts = new ArrayList<>();
        try {
            for (String folder : packages) {
                Resource[] classes = files.getResources("classpath*:" + folder + "/**/*.class");
                if (classes.length == 0) {
                    throw new IllegalStateException("no class is found in " + folder);
                }
                for (Resource file : classes) {
                    parts.add(Sha256.of(file.getContentAsByteArray()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // A class file has its name in it, so the order does not matter; that of a folder is not that of a jar.
        parts.sort(null);
        // What a logarithm is in its last digit, the machine decides.
        parts.add(Runtime.version() + " " + System.getProperty("os.arch"));
        return Sha256.of(String.join("\n", parts));
    }
}
