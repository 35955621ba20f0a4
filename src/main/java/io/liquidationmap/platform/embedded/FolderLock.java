package io.liquidationmap.platform.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// One instance's right to a folder: a locked file beside it, which the operating system unlocks when the instance
/// ends, however it ends.
final class FolderLock implements Closeable {

    /// Closing any channel of a file may unlock it for the whole JVM, so within one nobody may try a second time.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    /// Far behind the content, which others can thus read even where locks are mandatory.
    private static final long LOCKED_BYTE = Integer.MAX_VALUE;

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Takes the right to `folder`, an absolute path whose parent exists.
    ///
    /// @throws FolderInUseException if another instance has it
    static FolderLock acquire(Path folder) throws IOException {
        Path file = folder.resolveSibling(folder.getFileName() + ".lock");
        if (!HELD_HERE.add(file)) {
            throw new FolderInUseException(folder, "in this process");
        }
        @Nullable FolderLock lock = null;
        try {
            lock = tryAcquire(file);
        } finally {
            if (lock == null) {
                HELD_HERE.remove(file);
            }
        }
        if (lock == null) {
            throw new FolderInUseException(folder, Files.readString(file));
        }
        return lock;
    }

    private static @Nullable FolderLock tryAcquire(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
            channel.close();
            return null;
        }
        String holder = "process " + ProcessHandle.current().pid();
        channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
        return new FolderLock(file, channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(file);
    }
}
