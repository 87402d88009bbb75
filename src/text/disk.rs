//! What a disk says, in both languages.

use std::io::{Error, ErrorKind};

use super::Text;

/// Why a file could not be read or written. What is rare stays as the system says it.
#[must_use]
pub fn disk(error: &Error) -> Text {
    match error.kind() {
        ErrorKind::NotFound => Text::fixed("没有这个文件或文件夹，请核对路径", "there is no such file or folder; check the path"),
        ErrorKind::AlreadyExists => Text::fixed("已有同名的文件，请换一个名字", "there is a file of that name; choose another"),
        ErrorKind::PermissionDenied => {
            Text::fixed("没有权限，请检查文件和文件夹的权限", "permission is denied; check the rights on file and folder")
        }
        ErrorKind::IsADirectory => Text::fixed("这是文件夹，不是文件", "it is a folder, not a file"),
        ErrorKind::Unsupported => Text::fixed(
            "这不是普通文件（是管道或设备），请先存成文件",
            "it is no regular file but a pipe or a device; save what it gives as a file first",
        ),
        ErrorKind::NotADirectory => {
            Text::fixed("路径中间有一段不是文件夹，请核对路径", "a part of the path is no folder; check the path")
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            Text::fixed("磁盘已满，请先腾出空间", "the disk is full; make room first")
        }
        ErrorKind::ReadOnlyFilesystem => Text::fixed("磁盘只能读，请换一处", "the disk is read-only; choose another place"),
        ErrorKind::FileTooLarge => Text::fixed("文件太大，不会是一条记录", "the file is too large to be a record"),
        ErrorKind::InvalidData => Text::fixed("不是 UTF-8 编码，请另存为 UTF-8", "it is not UTF-8; save it as UTF-8"),
        _ => Text::same(error.to_string()),
    }
}
