//! What a request asks for: the words behind an address, the words of a form, its files. What cannot be understood is answered by a page of
//! this desk, in its reader's language.

use axum::extract::multipart::MultipartError;
use axum::extract::{Form, FromRequest, FromRequestParts, Multipart, Path, Request};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use serde::de::DeserializeOwned;

use super::answer::Answer;
use super::at_hand::{AtHand, Desk};
use crate::text::{Text, clean};
use crate::tr;

/// So many lines may be in one form: more were not typed.
const LINES: usize = 20_000;

/// What an address names.
pub(super) struct AddressName<T>(pub(super) T);

impl<T: DeserializeOwned + Send> FromRequestParts<AtHand> for AddressName<T> {
    type Rejection = Answer;

    async fn from_request_parts(parts: &mut Parts, desk: &AtHand) -> Result<Self, Answer> {
        let named = Path::<T>::from_request_parts(parts, desk).await;
        named.map(|Path(named)| Self(named)).map_err(|why| {
            let why = clean(&why.body_text()).into_owned();
            Answer::turned(desk, StatusCode::NOT_FOUND, &tr!("没有这个网址（{why}）"; "there is no such address ({why})"))
        })
    }
}

/// What stands behind an address.
pub(super) struct AskedWords<T>(pub(super) T);

/// What a form says.
pub(super) struct Sent<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequest<AtHand> for AskedWords<T> {
    type Rejection = Answer;

    async fn from_request(mut request: Request, desk: &AtHand) -> Result<Self, Answer> {
        // What is only looked for is looked for as what is asked.
        *request.method_mut() = Method::GET;
        let asked = Form::<T>::from_request(request, desk).await;
        asked.map(|Form(asked)| Self(asked)).map_err(|why| {
            let why = clean(&why.body_text()).into_owned();
            let what = tr!("网址里写的看不懂（{why}）；请用页面上的链接和按钮"; "this address cannot be understood ({why}); use the links and buttons of the pages");
            Answer::turned(desk, StatusCode::BAD_REQUEST, &what)
        })
    }
}

impl<T: DeserializeOwned + Lined> FromRequest<AtHand> for Sent<T> {
    type Rejection = Answer;

    async fn from_request(request: Request, desk: &AtHand) -> Result<Self, Answer> {
        let sent = Form::<T>::from_request(request, desk).await;
        let Form(sent) = sent.map_err(|why| not_understood(desk, &why.body_text()))?;
        if sent.lines() > LINES { Err(too_long(desk)) } else { Ok(Self(sent)) }
    }
}

/// What has lines.
pub(super) trait Lined {
    /// How many.
    fn lines(&self) -> usize;
}

impl Lined for Vec<(String, String)> {
    fn lines(&self) -> usize {
        self.iter().map(|(_, words)| 1 + words.bytes().filter(|byte| *byte == b'\n').count()).sum()
    }
}

fn not_understood(desk: &Desk, why: &str) -> Answer {
    let why = clean(why).into_owned();
    let what = tr!("表单看不懂，没有登记（{why}）；请从页面上重新打开它"; "the form cannot be understood, and nothing was filed ({why}); open it anew from a page");
    Answer::turned(desk, StatusCode::BAD_REQUEST, &what)
}

fn too_long(desk: &Desk) -> Answer {
    let what = tr!(
        "一次填了 {LINES} 行以上，没有登记；成批的请用表格导入";
        "there are more than {LINES} lines, and nothing was filed; import a sheet instead"
    );
    Answer::turned(desk, StatusCode::PAYLOAD_TOO_LARGE, &what)
}

/// A form with files, as it was sent.
pub(super) struct SentFiles {
    pub(super) pairs: Vec<(String, String)>,
    pub(super) files: Vec<SentFile>,
}

/// A file that was chosen in a form.
pub(super) struct SentFile {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

impl FromRequest<AtHand> for SentFiles {
    type Rejection = Answer;

    async fn from_request(request: Request, desk: &AtHand) -> Result<Self, Answer> {
        let multipart = Multipart::from_request(request, desk).await;
        let multipart = multipart.map_err(|why| not_understood(desk, &why.body_text()))?;
        let sent = Self::taken(multipart).await.map_err(|why| why.answer(desk))?;
        if sent.pairs.lines() > LINES { Err(too_long(desk)) } else { Ok(sent) }
    }
}

/// Why not all of a form came.
struct BrokenForm {
    error: MultipartError,
    /// How many files came before, and the last of them.
    files: usize,
    last: Option<String>,
}

impl SentFiles {
    async fn taken(mut multipart: Multipart) -> Result<Self, BrokenForm> {
        let mut sent = Self { pairs: Vec::new(), files: Vec::new() };
        loop {
            let field = match multipart.next_field().await {
                Ok(Some(field)) => field,
                Ok(None) => return Ok(sent),
                Err(error) => return Err(sent.broken(error)),
            };
            let (name, file) = (field.name().unwrap_or_default().to_owned(), field.file_name().map(str::to_owned));
            let bytes = match field.bytes().await {
                Ok(bytes) => bytes,
                Err(error) => return Err(sent.broken(error)),
            };
            match file {
                Some(name) => sent.files.push(SentFile { name, bytes: bytes.into() }),
                None => sent.pairs.push((name, String::from_utf8_lossy(&bytes).into_owned())),
            }
        }
    }

    fn broken(&self, error: MultipartError) -> BrokenForm {
        BrokenForm { error, files: self.files.len(), last: self.files.last().map(|file| file.name.clone()) }
    }
}

impl BrokenForm {
    /// Which of the files it was, by its place among those that were chosen: its own name may be what cannot be read.
    fn answer(&self, desk: &Desk) -> Answer {
        let why = clean(&self.error.body_text()).into_owned();
        let at = self.files + 1;
        let which = match &self.last {
            Some(last) => {
                let last = clean(last).into_owned();
                tr!("第 {at} 个文件（“{last}”后面的一个）"; "file {at}, the one after \"{last}\"")
            }
            None => Text::fixed("第 1 个文件或它前面的一项", "the first file, or what stands before it"),
        };
        let (zh, en) = (which.zh(), which.en());
        let what = tr!(
            "没有收全，一个也没有登记：停在{zh}（{why}）；文件名里有看不见的字符的，请改名后再试";
            "not all of it came, and nothing was filed: it stopped at {en} ({why}); where the name of a file has characters that nobody sees, give it another and try again"
        );
        Answer::turned(desk, StatusCode::BAD_REQUEST, &what)
    }
}
