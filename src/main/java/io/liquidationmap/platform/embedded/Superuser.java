package io.liquidationmap.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/// The embedded server's only user. Its password keeps other users of the machine out; it is made at the first start
/// and kept in the folder, which only its owner can read.
///
/// While the password still lies beside the folder, the folder's first start is not finished.
final class Superuser {

    static final String NAME = "postgres";

    private final Path made;
    private final Path kept;
    private final String password;

    private Superuser(Path made, Path kept, String password) {
        this.made = made;
        this.kept = kept;
        this.password = password;
    }

    /// The superuser of `folder`. What a first start has left that was cut short, is deleted: nothing can be in it.
    ///
    /// @throws IllegalStateException if the folder is that of a server which the service has not made
    static Superuser of(Path folder) throws IOException {
        Path made = folder.resolveSibling(folder.getFileName() + ".password");
        Path kept = folder.resolve("superuser.password");
        if (Files.exists(made)) {
            FileSystemUtils.deleteRecursively(folder);
        } else if (Files.exists(kept)) {
            return new Superuser(made, kept, Files.readString(kept));
        } else if (Files.exists(folder.resolve("PG_VERSION"))) {
            throw new IllegalStateException(folder + " holds a PostgreSQL server that this service has not made");
        }
        String password = UUID.randomUUID().toString();
        // A temporary file is readable by its owner only.
        Path written = Files.createTempFile(folder.getParent(), "superuser", ".password");
        Files.writeString(written, password);
        Files.move(written, made, StandardCopyOption.REPLACE_EXISTING);
        return new Superuser(made, kept, password);
    }

    String password() {
        return password;
    }

    /// Where a new server reads the password from.
    Path passwordFile() {
        return made;
    }

    /// Finishes the first start, if this is one.
    void keep() {
        try {
            if (Files.exists(made)) {
                Files.move(made, kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
