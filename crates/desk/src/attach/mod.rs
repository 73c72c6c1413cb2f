//! Take a file into the store: measured before it is read, known by its content, named cleanly.

mod kind;
mod name;
mod opened;

pub(crate) use opened::Opened;

use crate::act::{On, case_id};
use crate::{Desk, DeskError, Trouble};
use domain::case::{AttachmentRef, FILE_BYTES_MAX};
use domain::{Action, CaseId, Refusal};
use protocol::AttachmentHasher;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

impl Desk {
    /// Attaches a file from a folder. [`Refusal::FileTooLarge`] is said before it is read.
    pub fn attach_file(&mut self, case: &str, path: &Path) -> Result<AttachmentRef, DeskError> {
        let file = File::open(path)?;
        let bytes_max = self.attachment_bytes_max();
        fits(file.metadata()?.len(), bytes_max)?;
        let mut bytes = Vec::new();
        // A file may grow while it is read.
        file.take(u64::from(bytes_max) + 1).read_to_end(&mut bytes)?;
        let name = path.file_name().map(|it| it.to_string_lossy().into_owned());
        self.attach(case, &name.unwrap_or_default(), &bytes)
    }

    /// Attaches bytes that were dropped or pasted. They are kept sealed and go to the platform with
    /// the case; the same bytes again are the same file.
    pub fn attach(
        &mut self,
        case: &str,
        name: &str,
        bytes: &[u8],
    ) -> Result<AttachmentRef, DeskError> {
        let case = case_id(case)?;
        fits(bytes.len() as u64, self.attachment_bytes_max())?;
        let attachment = self.kept(name, bytes)?;
        let on = On { case, base: self.base_now(case)? };
        self.act(&on.with(Action::Attach { attachment: attachment.clone() }))?;
        Ok(attachment)
    }

    fn kept(&self, name: &str, bytes: &[u8]) -> Result<AttachmentRef, DeskError> {
        let mut hasher = AttachmentHasher::new(&self.agency);
        hasher.update(bytes);
        let hash = hasher.hash();
        self.files.put(&hash, bytes)?;
        Ok(AttachmentRef {
            hash,
            name: name::clean(name),
            bytes: bytes.len() as u64,
            media_type: kind::media_type(bytes).to_owned(),
        })
    }

    /// Writes a read-only copy into the folder that is wiped at lock, and answers its path, for the
    /// system to open. Only kinds that do not run are opened: all else is saved elsewhere.
    pub fn open_attachment(&self, case: &str, hash: &str) -> Result<PathBuf, DeskError> {
        let case = case_id(case)?;
        let attachment = self.attachment(case, hash)?;
        let bytes = self.attachment_bytes(hash)?;
        let media_type = kind::media_type(&bytes);
        let extension = kind::openable(media_type, &bytes).ok_or(Trouble::FileNotOpenable)?;
        let name = name::with_extension(&name::clean(&attachment.name), extension);
        Ok(self.opened.write(&hash[..8.min(hash.len())], &name, &bytes)?)
    }

    /// The agency's limit for one file.
    #[must_use]
    pub fn attachment_bytes_max(&self) -> u32 {
        self.cache.book().map_or(FILE_BYTES_MAX, |it| it.attachment_bytes_max)
    }

    /// The name under which a file of a case is saved outside the program.
    pub fn attachment_name(&self, case: &str, hash: &str) -> Result<String, DeskError> {
        Ok(name::clean(&self.attachment(case_id(case)?, hash)?.name))
    }

    /// Saves a file of a case at a path that the user chose, of whatever kind it is. Only the user may
    /// read the copy.
    pub fn save_attachment(&self, case: &str, hash: &str, path: &Path) -> Result<(), DeskError> {
        self.attachment(case_id(case)?, hash)?;
        let bytes = self.attachment_bytes(hash)?;
        Ok(private_files::write(path, &bytes)?)
    }

    /// The whole of an attachment; [`Trouble::FileNotHere`] until it was fetched.
    pub fn attachment_bytes(&self, hash: &str) -> Result<Vec<u8>, DeskError> {
        if !self.files.has(hash) {
            return Err(Trouble::FileNotHere.into());
        }
        Ok(self.files.read(hash)?)
    }

    /// A file of a case in sight: a hash from elsewhere opens nothing.
    fn attachment(&self, case: CaseId, hash: &str) -> Result<AttachmentRef, DeskError> {
        let case = self.case_now(case)?.ok_or(Refusal::UnknownCase)?;
        let found = case.attachments.iter().find(|it| it.hash == hash).cloned();
        Ok(found.ok_or(Trouble::FileNotHere)?)
    }
}

fn fits(bytes: u64, bytes_max: u32) -> Result<(), Refusal> {
    if bytes <= u64::from(bytes_max) {
        return Ok(());
    }
    Err(Refusal::FileTooLarge { bytes_max })
}
