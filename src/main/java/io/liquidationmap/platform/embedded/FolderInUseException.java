package io.liquidationmap.platform.embedded;

import java.nio.file.Path;

/// Another running instance of the service works on the folder.
final class FolderInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FolderInUseException(Path folder, String holder) {
        super("The database folder " + folder + " is in use by another running instance of the service (" + holder
                + ").");
    }
}
