/**
 * docutils' standard substitution files: a name and the code of its character in turn. Written by
 * scripts/standard-files.mjs.
 */
export const standardFiles: Readonly<Record<string, string>> = {
  'isoamsa.txt': `
    angzarr 237c cirmid 2aef cudarrl 2938 cudarrr 2935 cularr 21b6 cularrp 293d curarr 21b7
    curarrm 293c Darr 21a1 dArr 21d3 darr2 21ca ddarr 21ca DDotrahd 2911 dfisht 297f dHar 2965
    dharl 21c3 dharr 21c2 dlarr 2199 drarr 2198 duarr 21f5 duhar 296f dzigrarr 27ff erarr 2971
    hArr 21d4 harr 2194 harrcir 2948 harrw 21ad hoarr 21ff imof 22b7 lAarr 21da Larr 219e larr2 21c7
    larrbfs 291f larrfs 291d larrhk 21a9 larrlp 21ab larrpl 2939 larrsim 2973 larrtl 21a2 lAtail 291b
    latail 2919 lBarr 290e lbarr 290c ldca 2936 ldrdhar 2967 ldrushar 294b ldsh 21b2 lfisht 297c
    lHar 2962 lhard 21bd lharu 21bc lharul 296a llarr 21c7 llhard 296b loarr 21fd lrarr 21c6
    lrarr2 21c6 lrhar 21cb lrhar2 21cb lrhard 296d lsh 21b0 lurdshar 294a luruhar 2966 Map 2905
    map 21a6 midcir 2af0 mumap 22b8 nearhk 2924 neArr 21d7 nearr 2197 nesear 2928 nhArr 21ce
    nharr 21ae nlArr 21cd nlarr 219a nrArr 21cf nrarr 219b nrarrc 2933+338 nrarrw 219d+338
    nvHarr 2904 nvlArr 2902 nvrArr 2903 nwarhk 2923 nwArr 21d6 nwarr 2196 nwnear 2927 olarr 21ba
    orarr 21bb origof 22b6 rAarr 21db Rarr 21a0 rarr2 21c9 rarrap 2975 rarrbfs 2920 rarrc 2933
    rarrfs 291e rarrhk 21aa rarrlp 21ac rarrpl 2945 rarrsim 2974 Rarrtl 2916 rarrtl 21a3 rarrw 219d
    rAtail 291c ratail 291a RBarr 2910 rBarr 290f rbarr 290d rdca 2937 rdldhar 2969 rdsh 21b3
    rfisht 297d rHar 2964 rhard 21c1 rharu 21c0 rharul 296c rlarr 21c4 rlarr2 21c4 rlhar 21cc
    rlhar2 21cc roarr 21fe rrarr 21c9 rsh 21b1 ruluhar 2968 searhk 2925 seArr 21d8 searr 2198
    seswar 2929 simrarr 2972 slarr 2190 srarr 2192 swarhk 2926 swArr 21d9 swarr 2199 swnwar 292a
    Uarr 219f uArr 21d1 uarr2 21c8 Uarrocir 2949 udarr 21c5 udhar 296e ufisht 297e uHar 2963
    uharl 21bf uharr 21be uuarr 21c8 vArr 21d5 varr 2195 xhArr 27fa xharr 27f7 xlArr 27f8 xlarr 27f5
    xmap 27fc xrArr 27f9 xrarr 27f6 zigrarr 21dd`,
  'isoamsb.txt': `
    ac 223e acE 223e+333 amalg 2a3f barvee 22bd Barwed 2306 barwed 2305 bsolb 29c5 Cap 22d2
    capand 2a44 capbrcup 2a49 capcap 2a4b capcup 2a47 capdot 2a40 caps 2229+fe00 ccaps 2a4d
    ccups 2a4c ccupssm 2a50 coprod 2210 Cup 22d3 cupbrcap 2a48 cupcap 2a46 cupcup 2a4a cupdot 228d
    cupor 2a45 cups 222a+fe00 cuvee 22ce cuwed 22cf Dagger 2021 dagger 2020 diam 22c4 divonx 22c7
    eplus 2a71 hercon 22b9 intcal 22ba iprod 2a3c loplus 2a2d lotimes 2a34 lthree 22cb ltimes 22c9
    midast 2a minusb 229f minusd 2238 minusdu 2a2a ncap 2a43 ncup 2a42 oast 229b ocir 229a odash 229d
    odiv 2a38 odot 2299 odsold 29bc ofcir 29bf ogt 29c1 ohbar 29b5 olcir 29be olt 29c0 omid 29b6
    ominus 2296 opar 29b7 operp 29b9 oplus 2295 osol 2298 Otimes 2a37 otimes 2297 otimesas 2a36
    ovbar 233d plusacir 2a23 plusb 229e pluscir 2a22 plusdo 2214 plusdu 2a25 pluse 2a72 plussim 2a26
    plustwo 2a27 prod 220f race 29da roplus 2a2e rotimes 2a35 rthree 22cc rtimes 22ca sdot 22c5
    sdotb 22a1 setmn 2216 simplus 2a24 smashp 2a33 solb 29c4 sqcap 2293 sqcaps 2293+fe00 sqcup 2294
    sqcups 2294+fe00 ssetmn 2216 sstarf 22c6 subdot 2abd sum 2211 supdot 2abe timesb 22a0
    timesbar 2a31 timesd 2a30 top 22a4 tridot 25ec triminus 2a3a triplus 2a39 trisb 29cd tritime 2a3b
    uplus 228e veebar 22bb wedbar 2a5f wreath 2240 xcap 22c2 xcirc 25ef xcup 22c3 xdtri 25bd
    xodot 2a00 xoplus 2a01 xotime 2a02 xsqcup 2a06 xuplus 2a04 xutri 25b3 xvee 22c1 xwedge 22c0`,
  'isoamsc.txt': `
    dlcorn 231e drcorn 231f gtlPar 2995 langd 2991 lbrke 298b lbrksld 298f lbrkslu 298d lceil 2308
    lfloor 230a lmoust 23b0 lpargt 29a0 lparlt 2993 ltrPar 2996 rangd 2992 rbrke 298c rbrksld 298e
    rbrkslu 2990 rceil 2309 rfloor 230b rmoust 23b1 rpargt 2994 ulcorn 231c urcorn 231d`,
  'isoamsn.txt': `
    gnap 2a8a gnE 2269 gne 2a88 gnsim 22e7 gvnE 2269+fe00 lnap 2a89 lnE 2268 lne 2a87 lnsim 22e6
    lvnE 2268+fe00 nap 2249 napE 2a70+338 napid 224b+338 ncong 2247 ncongdot 2a6d+338 nequiv 2262
    ngE 2267+338 nge 2271 nges 2a7e+338 nGg 22d9+338 ngsim 2275 nGt 226b+20d2 ngt 226f nGtv 226b+338
    nlE 2266+338 nle 2270 nles 2a7d+338 nLl 22d8+338 nlsim 2274 nLt 226a+20d2 nlt 226e nltri 22ea
    nltrie 22ec nLtv 226a+338 nmid 2224 npar 2226 npr 2280 nprcue 22e0 npre 2aaf+338 nrtri 22eb
    nrtrie 22ed nsc 2281 nsccue 22e1 nsce 2ab0+338 nsim 2241 nsime 2244 nsmid 2224 nspar 2226
    nsqsube 22e2 nsqsupe 22e3 nsub 2284 nsubE 2ac5+338 nsube 2288 nsup 2285 nsupE 2ac6+338 nsupe 2289
    ntgl 2279 ntlg 2278 nvap 224d+20d2 nVDash 22af nVdash 22ae nvDash 22ad nvdash 22ac nvge 2265+20d2
    nvgt 3e+20d2 nvle 2264+20d2 nvlt 3c+20d2 nvltrie 22b4+20d2 nvrtrie 22b5+20d2 nvsim 223c+20d2
    parsim 2af3 prnap 2ab9 prnE 2ab5 prnsim 22e8 rnmid 2aee scnap 2aba scnE 2ab6 scnsim 22e9
    simne 2246 solbar 233f subnE 2acb subne 228a supnE 2acc supne 228b vnsub 2282+20d2
    vnsup 2283+20d2 vsubnE 2acb+fe00 vsubne 228a+fe00 vsupnE 2acc+fe00 vsupne 228b+fe00`,
  'isoamso.txt': `
    ang 2220 ange 29a4 angmsd 2221 angmsdaa 29a8 angmsdab 29a9 angmsdac 29aa angmsdad 29ab
    angmsdae 29ac angmsdaf 29ad angmsdag 29ae angmsdah 29af angrtvb 22be angrtvbd 299d bbrk 23b5
    bbrktbrk 23b6 bemptyv 29b0 beth 2136 boxbox 29c9 bprime 2035 bsemi 204f cemptyv 29b2 cirE 29c3
    cirscir 29c2 comp 2201 daleth 2138 demptyv 29b1 ell 2113 empty 2205 emptyv 2205 gimel 2137
    iiota 2129 image 2111 imath 131 inodot 131 jmath 6a jnodot 6a laemptyv 29b4 lltri 25fa lrtri 22bf
    mho 2127 nang 2220+20d2 nexist 2204 oS 24c8 planck 210f plankv 210f raemptyv 29b3 range 29a5
    real 211c sbsol fe68 tbrk 23b4 trpezium fffd ultri 25f8 urtri 25f9 vprime 2032 vzigzag 299a
    weierp 2118`,
  'isoamsr.txt': `
    apE 2a70 ape 224a apid 224b asymp 2248 Barv 2ae7 bcong 224c bepsi 3f6 bowtie 22c8 bsim 223d
    bsime 22cd bsolhsub 5c+2282 bump 224e bumpE 2aae bumpe 224f cire 2257 Colon 2237 Colone 2a74
    colone 2254 congdot 2a6d csub 2acf csube 2ad1 csup 2ad0 csupe 2ad2 cuepr 22de cuesc 22df
    cupre 227c Dashv 2ae4 dashv 22a3 easter 2a6e ecir 2256 ecolon 2255 eDDot 2a77 eDot 2251
    efDot 2252 eg 2a9a egs 2a96 egsdot 2a98 el 2a99 els 2a95 elsdot 2a97 equest 225f equivDD 2a78
    erDot 2253 esdot 2250 Esim 2a73 esim 2242 fork 22d4 forkv 2ad9 frown 2322 gap 2a86 gE 2267
    gEl 2a8c gel 22db ges 2a7e gescc 2aa9 gesdot 2a80 gesdoto 2a82 gesdotol 2a84 gesl 22db+fe00
    gesles 2a94 Gg 22d9 gl 2277 gla 2aa5 glE 2a92 glj 2aa4 gsdot 22d7 gsim 2273 gsime 2a8e gsiml 2a90
    Gt 226b gtcc 2aa7 gtcir 2a7a gtdot 22d7 gtquest 2a7c gtrarr 2978 homtht 223b lap 2a85 lat 2aab
    late 2aad lates 2aad+fe00 ldot 22d6 lE 2266 lEg 2a8b leg 22da les 2a7d lescc 2aa8 lesdot 2a7f
    lesdoto 2a81 lesdotor 2a83 lesg 22da+fe00 lesges 2a93 lg 2276 lgE 2a91 Ll 22d8 lsim 2272
    lsime 2a8d lsimg 2a8f Lt 226a ltcc 2aa6 ltcir 2a79 ltdot 22d6 ltlarr 2976 ltquest 2a7b ltrie 22b4
    mcomma 2a29 mDDot 223a mid 2223 mlcp 2adb models 22a7 mstpos 223e Pr 2abb pr 227a prap 2ab7
    prcue 227c prE 2ab3 pre 2aaf prsim 227e prurel 22b0 ratio 2236 rtrie 22b5 rtriltri 29ce
    samalg 2210 Sc 2abc sc 227b scap 2ab8 sccue 227d scE 2ab4 sce 2ab0 scsim 227f sdote 2a66
    sfrown 2322 simg 2a9e simgE 2aa0 siml 2a9d simlE 2a9f smid 2223 smile 2323 smt 2aaa smte 2aac
    smtes 2aac+fe00 spar 2225 sqsub 228f sqsube 2291 sqsup 2290 sqsupe 2292 ssmile 2323 Sub 22d0
    subE 2ac5 subedot 2ac3 submult 2ac1 subplus 2abf subrarr 2979 subsim 2ac7 subsub 2ad5 subsup 2ad3
    Sup 22d1 supdsub 2ad8 supE 2ac6 supedot 2ac4 suphsol 2283+2f suphsub 2ad7 suplarr 297b
    supmult 2ac2 supplus 2ac0 supsim 2ac8 supsub 2ad4 supsup 2ad6 thkap 2248 thksim 223c topfork 2ada
    trie 225c twixt 226c Vbar 2aeb vBar 2ae8 vBarv 2ae9 VDash 22ab Vdash 22a9 vDash 22a8 vdash 22a2
    Vdashl 2ae6 veebar 22bb vltri 22b2 vprop 221d vrtri 22b3 Vvdash 22aa`,
  'isobox.txt': `
    boxDL 2557 boxDl 2556 boxdL 2555 boxdl 2510 boxDR 2554 boxDr 2553 boxdR 2552 boxdr 250c boxH 2550
    boxh 2500 boxHD 2566 boxHd 2564 boxhD 2565 boxhd 252c boxHU 2569 boxHu 2567 boxhU 2568 boxhu 2534
    boxUL 255d boxUl 255c boxuL 255b boxul 2518 boxUR 255a boxUr 2559 boxuR 2558 boxur 2514 boxV 2551
    boxv 2502 boxVH 256c boxVh 256b boxvH 256a boxvh 253c boxVL 2563 boxVl 2562 boxvL 2561 boxvl 2524
    boxVR 2560 boxVr 255f boxvR 255e boxvr 251c`,
  'isocyr1.txt': `
    Acy 410 acy 430 Bcy 411 bcy 431 CHcy 427 chcy 447 Dcy 414 dcy 434 Ecy 42d ecy 44d Fcy 424 fcy 444
    Gcy 413 gcy 433 HARDcy 42a hardcy 44a Icy 418 icy 438 IEcy 415 iecy 435 IOcy 401 iocy 451 Jcy 419
    jcy 439 Kcy 41a kcy 43a KHcy 425 khcy 445 Lcy 41b lcy 43b Mcy 41c mcy 43c Ncy 41d ncy 43d
    numero 2116 Ocy 41e ocy 43e Pcy 41f pcy 43f Rcy 420 rcy 440 Scy 421 scy 441 SHCHcy 429 shchcy 449
    SHcy 428 shcy 448 SOFTcy 42c softcy 44c Tcy 422 tcy 442 TScy 426 tscy 446 Ucy 423 ucy 443 Vcy 412
    vcy 432 YAcy 42f yacy 44f Ycy 42b ycy 44b YUcy 42e yucy 44e Zcy 417 zcy 437 ZHcy 416 zhcy 436`,
  'isocyr2.txt': `
    DJcy 402 djcy 452 DScy 405 dscy 455 DZcy 40f dzcy 45f GJcy 403 gjcy 453 Iukcy 406 iukcy 456
    Jsercy 408 jsercy 458 Jukcy 404 jukcy 454 KJcy 40c kjcy 45c LJcy 409 ljcy 459 NJcy 40a njcy 45a
    TSHcy 40b tshcy 45b Ubrcy 40e ubrcy 45e YIcy 407 yicy 457`,
  'isodia.txt': `
    acute b4 breve 2d8 caron 2c7 cedil b8 circ 2c6 dblac 2dd die a8 dot 2d9 grave 60 macr af ogon 2db
    ring 2da tilde 2dc uml a8`,
  'isogrk1.txt': `
    Agr 391 agr 3b1 Bgr 392 bgr 3b2 Dgr 394 dgr 3b4 EEgr 397 eegr 3b7 Egr 395 egr 3b5 Ggr 393 ggr 3b3
    Igr 399 igr 3b9 Kgr 39a kgr 3ba KHgr 3a7 khgr 3c7 Lgr 39b lgr 3bb Mgr 39c mgr 3bc Ngr 39d ngr 3bd
    Ogr 39f ogr 3bf OHgr 3a9 ohgr 3c9 Pgr 3a0 pgr 3c0 PHgr 3a6 phgr 3c6 PSgr 3a8 psgr 3c8 Rgr 3a1
    rgr 3c1 sfgr 3c2 Sgr 3a3 sgr 3c3 Tgr 3a4 tgr 3c4 THgr 398 thgr 3b8 Ugr 3a5 ugr 3c5 Xgr 39e
    xgr 3be Zgr 396 zgr 3b6`,
  'isogrk2.txt': `
    Aacgr 386 aacgr 3ac Eacgr 388 eacgr 3ad EEacgr 389 eeacgr 3ae Iacgr 38a iacgr 3af idiagr 390
    Idigr 3aa idigr 3ca Oacgr 38c oacgr 3cc OHacgr 38f ohacgr 3ce Uacgr 38e uacgr 3cd udiagr 3b0
    Udigr 3ab udigr 3cb`,
  'isogrk3.txt': `
    alpha 3b1 beta 3b2 chi 3c7 Delta 394 delta 3b4 epsi 3f5 epsis 3f5 epsiv 3b5 eta 3b7 Gamma 393
    gamma 3b3 Gammad 3dc gammad 3dd iota 3b9 kappa 3ba kappav 3f0 Lambda 39b lambda 3bb mu 3bc nu 3bd
    Omega 3a9 omega 3c9 Phi 3a6 phi 3d5 phis 3d5 phiv 3c6 Pi 3a0 pi 3c0 piv 3d6 Psi 3a8 psi 3c8
    rho 3c1 rhov 3f1 Sigma 3a3 sigma 3c3 sigmav 3c2 tau 3c4 Theta 398 theta 3b8 thetas 3b8 thetav 3d1
    Upsi 3d2 upsi 3c5 Xi 39e xi 3be zeta 3b6`,
  'isogrk4-wide.txt': `
    b.alpha 1d6c2 b.beta 1d6c3 b.chi 1d6d8 b.Delta 1d6ab b.delta 1d6c5 b.epsi 1d6c6 b.epsiv 1d6dc
    b.eta 1d6c8 b.Gamma 1d6aa b.gamma 1d6c4 b.Gammad 3dc b.gammad 3dd b.iota 1d6ca b.kappa 1d6cb
    b.kappav 1d6de b.Lambda 1d6b2 b.lambda 1d6cc b.mu 1d6cd b.nu 1d6ce b.Omega 1d6c0 b.omega 1d6da
    b.Phi 1d6bd b.phi 1d6d7 b.phiv 1d6df b.Pi 1d6b7 b.pi 1d6d1 b.piv 1d6e1 b.Psi 1d6bf b.psi 1d6d9
    b.rho 1d6d2 b.rhov 1d6e0 b.Sigma 1d6ba b.sigma 1d6d4 b.sigmav 1d6d3 b.tau 1d6d5 b.Theta 1d6af
    b.thetas 1d6c9 b.thetav 1d6dd b.Upsi 1d6bc b.upsi 1d6d6 b.Xi 1d6b5 b.xi 1d6cf b.zeta 1d6c7`,
  'isogrk4.txt': `
    b.Gammad 3dc b.gammad 3dd`,
  'isolat1.txt': `
    Aacute c1 aacute e1 Acirc c2 acirc e2 AElig c6 aelig e6 Agrave c0 agrave e0 Aring c5 aring e5
    Atilde c3 atilde e3 Auml c4 auml e4 Ccedil c7 ccedil e7 Eacute c9 eacute e9 Ecirc ca ecirc ea
    Egrave c8 egrave e8 ETH d0 eth f0 Euml cb euml eb Iacute cd iacute ed Icirc ce icirc ee Igrave cc
    igrave ec Iuml cf iuml ef Ntilde d1 ntilde f1 Oacute d3 oacute f3 Ocirc d4 ocirc f4 Ograve d2
    ograve f2 Oslash d8 oslash f8 Otilde d5 otilde f5 Ouml d6 ouml f6 szlig df THORN de thorn fe
    Uacute da uacute fa Ucirc db ucirc fb Ugrave d9 ugrave f9 Uuml dc uuml fc Yacute dd yacute fd
    yuml ff`,
  'isolat2.txt': `
    Abreve 102 abreve 103 Amacr 100 amacr 101 Aogon 104 aogon 105 Cacute 106 cacute 107 Ccaron 10c
    ccaron 10d Ccirc 108 ccirc 109 Cdot 10a cdot 10b Dcaron 10e dcaron 10f Dstrok 110 dstrok 111
    Ecaron 11a ecaron 11b Edot 116 edot 117 Emacr 112 emacr 113 ENG 14a eng 14b Eogon 118 eogon 119
    gacute 1f5 Gbreve 11e gbreve 11f Gcedil 122 gcedil 123 Gcirc 11c gcirc 11d Gdot 120 gdot 121
    Hcirc 124 hcirc 125 Hstrok 126 hstrok 127 Idot 130 IJlig 132 ijlig 133 Imacr 12a imacr 12b
    inodot 131 Iogon 12e iogon 12f Itilde 128 itilde 129 Jcirc 134 jcirc 135 Kcedil 136 kcedil 137
    kgreen 138 Lacute 139 lacute 13a Lcaron 13d lcaron 13e Lcedil 13b lcedil 13c Lmidot 13f
    lmidot 140 Lstrok 141 lstrok 142 Nacute 143 nacute 144 napos 149 Ncaron 147 ncaron 148 Ncedil 145
    ncedil 146 Odblac 150 odblac 151 OElig 152 oelig 153 Omacr 14c omacr 14d Racute 154 racute 155
    Rcaron 158 rcaron 159 Rcedil 156 rcedil 157 Sacute 15a sacute 15b Scaron 160 scaron 161
    Scedil 15e scedil 15f Scirc 15c scirc 15d Tcaron 164 tcaron 165 Tcedil 162 tcedil 163 Tstrok 166
    tstrok 167 Ubreve 16c ubreve 16d Udblac 170 udblac 171 Umacr 16a umacr 16b Uogon 172 uogon 173
    Uring 16e uring 16f Utilde 168 utilde 169 Wcirc 174 wcirc 175 Ycirc 176 ycirc 177 Yuml 178
    Zacute 179 zacute 17a Zcaron 17d zcaron 17e Zdot 17b zdot 17c`,
  'isomfrk-wide.txt': `
    Afr 1d504 afr 1d51e Bfr 1d505 bfr 1d51f Cfr 212d cfr 1d520 Dfr 1d507 dfr 1d521 Efr 1d508
    efr 1d522 Ffr 1d509 ffr 1d523 Gfr 1d50a gfr 1d524 Hfr 210c hfr 1d525 Ifr 2111 ifr 1d526 Jfr 1d50d
    jfr 1d527 Kfr 1d50e kfr 1d528 Lfr 1d50f lfr 1d529 Mfr 1d510 mfr 1d52a Nfr 1d511 nfr 1d52b
    Ofr 1d512 ofr 1d52c Pfr 1d513 pfr 1d52d Qfr 1d514 qfr 1d52e Rfr 211c rfr 1d52f Sfr 1d516
    sfr 1d530 Tfr 1d517 tfr 1d531 Ufr 1d518 ufr 1d532 Vfr 1d519 vfr 1d533 Wfr 1d51a wfr 1d534
    Xfr 1d51b xfr 1d535 Yfr 1d51c yfr 1d536 Zfr 2128 zfr 1d537`,
  'isomfrk.txt': `
    Cfr 212d Hfr 210c Ifr 2111 Rfr 211c Zfr 2128`,
  'isomopf-wide.txt': `
    Aopf 1d538 Bopf 1d539 Copf 2102 Dopf 1d53b Eopf 1d53c Fopf 1d53d Gopf 1d53e Hopf 210d Iopf 1d540
    Jopf 1d541 Kopf 1d542 Lopf 1d543 Mopf 1d544 Nopf 2115 Oopf 1d546 Popf 2119 Qopf 211a Ropf 211d
    Sopf 1d54a Topf 1d54b Uopf 1d54c Vopf 1d54d Wopf 1d54e Xopf 1d54f Yopf 1d550 Zopf 2124`,
  'isomopf.txt': `
    Copf 2102 Hopf 210d Nopf 2115 Popf 2119 Qopf 211a Ropf 211d Zopf 2124`,
  'isomscr-wide.txt': `
    Ascr 1d49c ascr 1d4b6 Bscr 212c bscr 1d4b7 Cscr 1d49e cscr 1d4b8 Dscr 1d49f dscr 1d4b9 Escr 2130
    escr 212f Fscr 2131 fscr 1d4bb Gscr 1d4a2 gscr 210a Hscr 210b hscr 1d4bd Iscr 2110 iscr 1d4be
    Jscr 1d4a5 jscr 1d4bf Kscr 1d4a6 kscr 1d4c0 Lscr 2112 lscr 1d4c1 Mscr 2133 mscr 1d4c2 Nscr 1d4a9
    nscr 1d4c3 Oscr 1d4aa oscr 2134 Pscr 1d4ab pscr 1d4c5 Qscr 1d4ac qscr 1d4c6 Rscr 211b rscr 1d4c7
    Sscr 1d4ae sscr 1d4c8 Tscr 1d4af tscr 1d4c9 Uscr 1d4b0 uscr 1d4ca Vscr 1d4b1 vscr 1d4cb
    Wscr 1d4b2 wscr 1d4cc Xscr 1d4b3 xscr 1d4cd Yscr 1d4b4 yscr 1d4ce Zscr 1d4b5 zscr 1d4cf`,
  'isomscr.txt': `
    Bscr 212c Escr 2130 escr 212f Fscr 2131 gscr 210a Hscr 210b Iscr 2110 Lscr 2112 Mscr 2133
    oscr 2134 Rscr 211b`,
  'isonum.txt': `
    amp 26 apos 27 ast 2a brvbar a6 bsol 5c cent a2 colon 3a comma 2c commat 40 copy a9 curren a4
    darr 2193 deg b0 divide f7 dollar 24 equals 3d excl 21 frac12 bd frac14 bc frac18 215b frac34 be
    frac38 215c frac58 215d frac78 215e gt 3e half bd horbar 2015 hyphen 2010 iexcl a1 iquest bf
    laquo ab larr 2190 lcub 7b ldquo 201c lowbar 5f lpar 28 lsqb 5b lsquo 2018 lt 3c micro b5
    middot b7 nbsp a0 not ac num 23 ohm 2126 ordf aa ordm ba para b6 percnt 25 period 2e plus 2b
    plusmn b1 pound a3 quest 3f quot 22 raquo bb rarr 2192 rcub 7d rdquo 201d reg ae rpar 29 rsqb 5d
    rsquo 2019 sect a7 semi 3b shy ad sol 2f sung 266a sup1 b9 sup2 b2 sup3 b3 times d7 trade 2122
    uarr 2191 verbar 7c yen a5`,
  'isopub.txt': `
    blank 2423 blk12 2592 blk14 2591 blk34 2593 block 2588 bull 2022 caret 2041 check 2713 cir 25cb
    clubs 2663 copysr 2117 cross 2717 Dagger 2021 dagger 2020 dash 2010 diams 2666 dlcrop 230d
    drcrop 230c dtri 25bf dtrif 25be emsp 2003 emsp13 2004 emsp14 2005 ensp 2002 female 2640
    ffilig fb03 fflig fb00 ffllig fb04 filig fb01 flat 266d fllig fb02 frac13 2153 frac15 2155
    frac16 2159 frac23 2154 frac25 2156 frac35 2157 frac45 2158 frac56 215a hairsp 200a hearts 2665
    hellip 2026 hybull 2043 incare 2105 ldquor 201e lhblk 2584 loz 25ca lozf 29eb lsquor 201a
    ltri 25c3 ltrif 25c2 male 2642 malt 2720 marker 25ae mdash 2014 mldr 2026 natur 266e ndash 2013
    nldr 2025 numsp 2007 phone 260e puncsp 2008 rdquor 201d rect 25ad rsquor 2019 rtri 25b9
    rtrif 25b8 rx 211e sext 2736 sharp 266f spades 2660 squ 25a1 squf 25aa star 2606 starf 2605
    target 2316 telrec 2315 thinsp 2009 uhblk 2580 ulcrop 230f urcrop 230e utri 25b5 utrif 25b4
    vellip 22ee`,
  'isotech.txt': `
    acd 223f aleph 2135 And 2a53 and 2227 andand 2a55 andd 2a5c andslope 2a58 andv 2a5a ang90 221f
    angrt 221f angsph 2222 angst 212b ap 2248 apacir 2a6f awconint 2233 awint 2a11 becaus 2235
    bernou 212c bne 3d+20e5 bnequiv 2261+20e5 bNot 2aed bnot 2310 bottom 22a5 cap 2229 Cconint 2230
    cirfnint 2a10 compfn 2218 cong 2245 Conint 222f conint 222e ctdot 22ef cup 222a cwconint 2232
    cwint 2231 cylcty 232d disin 22f2 Dot a8 DotDot 20dc dsol 29f6 dtdot 22f1 dwangle 29a6
    elinters fffd epar 22d5 eparsl 29e3 equiv 2261 eqvparsl 29e5 exist 2203 fltns 25b1 fnof 192
    forall 2200 fpartint 2a0d ge 2265 hamilt 210b iff 21d4 iinfin 29dc imped 1b5 infin 221e
    infintie 29dd Int 222c int 222b intlarhk 2a17 isin 2208 isindot 22f5 isinE 22f9 isins 22f4
    isinsv 22f3 isinv 2208 lagran 2112 Lang 300a lang 2329 lArr 21d0 lbbrk 3014 le 2264 loang 3018
    lobrk 301a lopar 2985 lowast 2217 minus 2212 mnplus 2213 nabla 2207 ne 2260 nedot 2250+338
    nhpar 2af2 ni 220b nis 22fc nisd 22fa niv 220b Not 2aec notin 2209 notindot 22f5+338
    notinE 22f9+338 notinva 2209 notinvb 22f7 notinvc 22f6 notni 220c notniva 220c notnivb 22fe
    notnivc 22fd nparsl 2afd+20e5 npart 2202+338 npolint 2a14 nvinfin 29de olcross 29bb Or 2a54
    or 2228 ord 2a5d order 2134 oror 2a56 orslope 2a57 orv 2a5b par 2225 parsl 2afd part 2202
    permil 2030 perp 22a5 pertenk 2031 phmmat 2133 pointint 2a15 Prime 2033 prime 2032 profalar 232e
    profline 2312 profsurf 2313 prop 221d qint 2a0c qprime 2057 quatint 2a16 radic 221a Rang 300b
    rang 232a rArr 21d2 rbbrk 3015 roang 3019 robrk 301b ropar 2986 rppolint 2a12 scpolint 2a13
    sim 223c simdot 2a6a sime 2243 smeparsl 29e4 square 25a1 squarf 25aa strns af sub 2282 sube 2286
    sup 2283 supe 2287 tdot 20db there4 2234 tint 222d top 22a4 topbot 2336 topcir 2af1 tprime 2034
    utdot 22f0 uwangle 29a7 vangrt 299c veeeq 225a Verbar 2016 wedgeq 2259 xnis 22fb`,
  'mmlalias.txt': `
    angle 2220 ApplyFunction 2061 approx 2248 approxeq 224a Assign 2254 backcong 224c backepsilon 3f6
    backprime 2035 backsim 223d backsimeq 22cd Backslash 2216 barwedge 2305 Because 2235 because 2235
    Bernoullis 212c between 226c bigcap 22c2 bigcirc 25ef bigcup 22c3 bigodot 2a00 bigoplus 2a01
    bigotimes 2a02 bigsqcup 2a06 bigstar 2605 bigtriangledown 25bd bigtriangleup 25b3 biguplus 2a04
    bigvee 22c1 bigwedge 22c0 bkarow 290d blacklozenge 29eb blacksquare 25aa blacktriangle 25b4
    blacktriangledown 25be blacktriangleleft 25c2 blacktriangleright 25b8 bot 22a5 boxminus 229f
    boxplus 229e boxtimes 22a0 Breve 2d8 bullet 2022 Bumpeq 224e bumpeq 224f
    CapitalDifferentialD 2145 Cayleys 212d Cedilla b8 CenterDot b7 centerdot b7 checkmark 2713
    circeq 2257 circlearrowleft 21ba circlearrowright 21bb circledast 229b circledcirc 229a
    circleddash 229d CircleDot 2299 circledR ae circledS 24c8 CircleMinus 2296 CirclePlus 2295
    CircleTimes 2297 ClockwiseContourIntegral 2232 CloseCurlyDoubleQuote 201d CloseCurlyQuote 2019
    clubsuit 2663 coloneq 2254 complement 2201 complexes 2102 Congruent 2261 ContourIntegral 222e
    Coproduct 2210 CounterClockwiseContourIntegral 2233 CupCap 224d curlyeqprec 22de curlyeqsucc 22df
    curlyvee 22ce curlywedge 22cf curvearrowleft 21b6 curvearrowright 21b7 dbkarow 290f ddagger 2021
    ddotseq 2a77 Del 2207 DiacriticalAcute b4 DiacriticalDot 2d9 DiacriticalDoubleAcute 2dd
    DiacriticalGrave 60 DiacriticalTilde 2dc Diamond 22c4 diamond 22c4 diamondsuit 2666
    DifferentialD 2146 digamma 3dd div f7 divideontimes 22c7 doteq 2250 doteqdot 2251 DotEqual 2250
    dotminus 2238 dotplus 2214 dotsquare 22a1 doublebarwedge 2306 DoubleContourIntegral 222f
    DoubleDot a8 DoubleDownArrow 21d3 DoubleLeftArrow 21d0 DoubleLeftRightArrow 21d4
    DoubleLeftTee 2ae4 DoubleLongLeftArrow 27f8 DoubleLongLeftRightArrow 27fa
    DoubleLongRightArrow 27f9 DoubleRightArrow 21d2 DoubleRightTee 22a8 DoubleUpArrow 21d1
    DoubleUpDownArrow 21d5 DoubleVerticalBar 2225 DownArrow 2193 Downarrow 21d3 downarrow 2193
    DownArrowUpArrow 21f5 downdownarrows 21ca downharpoonleft 21c3 downharpoonright 21c2
    DownLeftVector 21bd DownRightVector 21c1 DownTee 22a4 DownTeeArrow 21a7 drbkarow 2910
    Element 2208 emptyset 2205 eqcirc 2256 eqcolon 2255 eqsim 2242 eqslantgtr 2a96 eqslantless 2a95
    EqualTilde 2242 Equilibrium 21cc Exists 2203 expectation 2130 ExponentialE 2147 exponentiale 2147
    fallingdotseq 2252 ForAll 2200 Fouriertrf 2131 geq 2265 geqq 2267 geqslant 2a7e gg 226b ggg 22d9
    gnapprox 2a8a gneq 2a88 gneqq 2269 GreaterEqual 2265 GreaterEqualLess 22db GreaterFullEqual 2267
    GreaterLess 2277 GreaterSlantEqual 2a7e GreaterTilde 2273 gtrapprox 2a86 gtrdot 22d7
    gtreqless 22db gtreqqless 2a8c gtrless 2277 gtrsim 2273 gvertneqq 2269+fe00 Hacek 2c7 hbar 210f
    heartsuit 2665 HilbertSpace 210b hksearow 2925 hkswarow 2926 hookleftarrow 21a9
    hookrightarrow 21aa hslash 210f HumpDownHump 224e HumpEqual 224f iiiint 2a0c iiint 222d Im 2111
    ImaginaryI 2148 imagline 2110 imagpart 2111 Implies 21d2 in 2208 integers 2124 Integral 222b
    intercal 22ba Intersection 22c2 intprod 2a3c InvisibleComma 2063 InvisibleTimes 2062 langle 2329
    Laplacetrf 2112 lbrace 7b lbrack 5b LeftAngleBracket 2329 LeftArrow 2190 Leftarrow 21d0
    leftarrow 2190 LeftArrowBar 21e4 LeftArrowRightArrow 21c6 leftarrowtail 21a2 LeftCeiling 2308
    LeftDoubleBracket 301a LeftDownVector 21c3 LeftFloor 230a leftharpoondown 21bd leftharpoonup 21bc
    leftleftarrows 21c7 LeftRightArrow 2194 Leftrightarrow 21d4 leftrightarrow 2194
    leftrightarrows 21c6 leftrightharpoons 21cb leftrightsquigarrow 21ad LeftTee 22a3
    LeftTeeArrow 21a4 leftthreetimes 22cb LeftTriangle 22b2 LeftTriangleEqual 22b4 LeftUpVector 21bf
    LeftVector 21bc leq 2264 leqq 2266 leqslant 2a7d lessapprox 2a85 lessdot 22d6 lesseqgtr 22da
    lesseqqgtr 2a8b LessEqualGreater 22da LessFullEqual 2266 LessGreater 2276 lessgtr 2276
    lesssim 2272 LessSlantEqual 2a7d LessTilde 2272 ll 226a llcorner 231e Lleftarrow 21da
    lmoustache 23b0 lnapprox 2a89 lneq 2a87 lneqq 2268 LongLeftArrow 27f5 Longleftarrow 27f8
    longleftarrow 27f5 LongLeftRightArrow 27f7 Longleftrightarrow 27fa longleftrightarrow 27f7
    longmapsto 27fc LongRightArrow 27f6 Longrightarrow 27f9 longrightarrow 27f6 looparrowleft 21ab
    looparrowright 21ac LowerLeftArrow 2199 LowerRightArrow 2198 lozenge 25ca lrcorner 231f Lsh 21b0
    lvertneqq 2268+fe00 maltese 2720 mapsto 21a6 measuredangle 2221 Mellintrf 2133 MinusPlus 2213
    mp 2213 multimap 22b8 napprox 2249 natural 266e naturals 2115 nearrow 2197
    NegativeMediumSpace 200b NegativeThickSpace 200b NegativeThinSpace 200b
    NegativeVeryThinSpace 200b NestedGreaterGreater 226b NestedLessLess 226a nexists 2204 ngeq 2271
    ngeqq 2267+338 ngeqslant 2a7e+338 ngtr 226f nLeftarrow 21cd nleftarrow 219a nLeftrightarrow 21ce
    nleftrightarrow 21ae nleq 2270 nleqq 2266+338 nleqslant 2a7d+338 nless 226e NonBreakingSpace a0
    NotCongruent 2262 NotDoubleVerticalBar 2226 NotElement 2209 NotEqual 2260 NotEqualTilde 2242+338
    NotExists 2204 NotGreater 226f NotGreaterEqual 2271 NotGreaterFullEqual 2266+338
    NotGreaterGreater 226b+338 NotGreaterLess 2279 NotGreaterSlantEqual 2a7e+338 NotGreaterTilde 2275
    NotHumpDownHump 224e+338 NotLeftTriangle 22ea NotLeftTriangleEqual 22ec NotLess 226e
    NotLessEqual 2270 NotLessGreater 2278 NotLessLess 226a+338 NotLessSlantEqual 2a7d+338
    NotLessTilde 2274 NotPrecedes 2280 NotPrecedesEqual 2aaf+338 NotPrecedesSlantEqual 22e0
    NotReverseElement 220c NotRightTriangle 22eb NotRightTriangleEqual 22ed NotSquareSubsetEqual 22e2
    NotSquareSupersetEqual 22e3 NotSubset 2282+20d2 NotSubsetEqual 2288 NotSucceeds 2281
    NotSucceedsEqual 2ab0+338 NotSucceedsSlantEqual 22e1 NotSuperset 2283+20d2 NotSupersetEqual 2289
    NotTilde 2241 NotTildeEqual 2244 NotTildeFullEqual 2247 NotTildeTilde 2249 NotVerticalBar 2224
    nparallel 2226 nprec 2280 npreceq 2aaf+338 nRightarrow 21cf nrightarrow 219b nshortmid 2224
    nshortparallel 2226 nsimeq 2244 nsubset 2282+20d2 nsubseteq 2288 nsubseteqq 2ac5+338 nsucc 2281
    nsucceq 2ab0+338 nsupset 2283+20d2 nsupseteq 2289 nsupseteqq 2ac6+338 ntriangleleft 22ea
    ntrianglelefteq 22ec ntriangleright 22eb ntrianglerighteq 22ed nwarrow 2196 oint 222e
    OpenCurlyDoubleQuote 201c OpenCurlyQuote 2018 orderof 2134 parallel 2225 PartialD 2202
    pitchfork 22d4 PlusMinus b1 pm b1 Poincareplane 210c prec 227a precapprox 2ab7 preccurlyeq 227c
    Precedes 227a PrecedesEqual 2aaf PrecedesSlantEqual 227c PrecedesTilde 227e preceq 2aaf
    precnapprox 2ab9 precneqq 2ab5 precnsim 22e8 precsim 227e primes 2119 Proportion 2237
    Proportional 221d propto 221d quaternions 210d questeq 225f rangle 232a rationals 211a rbrace 7d
    rbrack 5d Re 211c realine 211b realpart 211c reals 211d ReverseElement 220b
    ReverseEquilibrium 21cb ReverseUpEquilibrium 296f RightAngleBracket 232a RightArrow 2192
    Rightarrow 21d2 rightarrow 2192 RightArrowBar 21e5 RightArrowLeftArrow 21c4 rightarrowtail 21a3
    RightCeiling 2309 RightDoubleBracket 301b RightDownVector 21c2 RightFloor 230b
    rightharpoondown 21c1 rightharpoonup 21c0 rightleftarrows 21c4 rightleftharpoons 21cc
    rightrightarrows 21c9 rightsquigarrow 219d RightTee 22a2 RightTeeArrow 21a6 rightthreetimes 22cc
    RightTriangle 22b3 RightTriangleEqual 22b5 RightUpVector 21be RightVector 21c0 risingdotseq 2253
    rmoustache 23b1 Rrightarrow 21db Rsh 21b1 searrow 2198 setminus 2216 ShortDownArrow 2193
    ShortLeftArrow 2190 shortmid 2223 shortparallel 2225 ShortRightArrow 2192 ShortUpArrow 2191
    simeq 2243 SmallCircle 2218 smallsetminus 2216 spadesuit 2660 Sqrt 221a sqsubset 228f
    sqsubseteq 2291 sqsupset 2290 sqsupseteq 2292 Square 25a1 SquareIntersection 2293
    SquareSubset 228f SquareSubsetEqual 2291 SquareSuperset 2290 SquareSupersetEqual 2292
    SquareUnion 2294 Star 22c6 straightepsilon 3f5 straightphi 3d5 Subset 22d0 subset 2282
    subseteq 2286 subseteqq 2ac5 SubsetEqual 2286 subsetneq 228a subsetneqq 2acb succ 227b
    succapprox 2ab8 succcurlyeq 227d Succeeds 227b SucceedsEqual 2ab0 SucceedsSlantEqual 227d
    SucceedsTilde 227f succeq 2ab0 succnapprox 2aba succneqq 2ab6 succnsim 22e9 succsim 227f
    SuchThat 220b Sum 2211 Superset 2283 SupersetEqual 2287 Supset 22d1 supset 2283 supseteq 2287
    supseteqq 2ac6 supsetneq 228b supsetneqq 2acc swarrow 2199 Therefore 2234 therefore 2234
    thickapprox 2248 thicksim 223c ThinSpace 2009 Tilde 223c TildeEqual 2243 TildeFullEqual 2245
    TildeTilde 2248 toea 2928 tosa 2929 triangle 25b5 triangledown 25bf triangleleft 25c3
    trianglelefteq 22b4 triangleq 225c triangleright 25b9 trianglerighteq 22b5 TripleDot 20db
    twoheadleftarrow 219e twoheadrightarrow 21a0 ulcorner 231c Union 22c3 UnionPlus 228e UpArrow 2191
    Uparrow 21d1 uparrow 2191 UpArrowDownArrow 21c5 UpDownArrow 2195 Updownarrow 21d5
    updownarrow 2195 UpEquilibrium 296e upharpoonleft 21bf upharpoonright 21be UpperLeftArrow 2196
    UpperRightArrow 2197 upsilon 3c5 UpTee 22a5 UpTeeArrow 21a5 upuparrows 21c8 urcorner 231d
    varepsilon 3b5 varkappa 3f0 varnothing 2205 varphi 3c6 varpi 3d6 varpropto 221d varrho 3f1
    varsigma 3c2 varsubsetneq 228a+fe00 varsubsetneqq 2acb+fe00 varsupsetneq 228b+fe00
    varsupsetneqq 2acc+fe00 vartheta 3d1 vartriangleleft 22b2 vartriangleright 22b3 Vee 22c1 vee 2228
    Vert 2016 vert 7c VerticalBar 2223 VerticalTilde 2240 VeryThinSpace 200a Wedge 22c0 wedge 2227
    wp 2118 wr 2240 zeetrf 2128`,
  'mmlextra-wide.txt': `
    af 2061 aopf 1d552 asympeq 224d bopf 1d553 copf 1d554 Cross 2a2f DD 2145 dd 2146 dopf 1d555
    DownArrowBar 2913 DownBreve 311 DownLeftRightVector 2950 DownLeftTeeVector 295e
    DownLeftVectorBar 2956 DownRightTeeVector 295f DownRightVectorBar 2957 ee 2147
    EmptySmallSquare 25fb EmptyVerySmallSquare 25ab eopf 1d556 Equal 2a75 FilledSmallSquare 25fc
    FilledVerySmallSquare 25aa fopf 1d557 gopf 1d558 GreaterGreater 2aa2 Hat 5e hopf 1d559
    HorizontalLine 2500 ic 2063 ii 2148 iopf 1d55a it 2062 jopf 1d55b kopf 1d55c larrb 21e4
    LeftDownTeeVector 2961 LeftDownVectorBar 2959 LeftRightVector 294e LeftTeeVector 295a
    LeftTriangleBar 29cf LeftUpDownVector 2951 LeftUpTeeVector 2960 LeftUpVectorBar 2958
    LeftVectorBar 2952 LessLess 2aa1 lopf 1d55d mapstodown 21a7 mapstoleft 21a4 mapstoup 21a5
    MediumSpace 205f mopf 1d55e nbump 224e+338 nbumpe 224f+338 nesim 2242+338 NewLine a NoBreak 2060
    nopf 1d55f NotCupCap 226d NotHumpEqual 224f+338 NotLeftTriangleBar 29cf+338
    NotNestedGreaterGreater 2aa2+338 NotNestedLessLess 2aa1+338 NotRightTriangleBar 29d0+338
    NotSquareSubset 228f+338 NotSquareSuperset 2290+338 NotSucceedsTilde 227f+338 oopf 1d560
    OverBar af OverBrace fe37 OverBracket 23b4 OverParenthesis fe35 planckh 210e popf 1d561
    Product 220f qopf 1d562 rarrb 21e5 RightDownTeeVector 295d RightDownVectorBar 2955
    RightTeeVector 295b RightTriangleBar 29d0 RightUpDownVector 294f RightUpTeeVector 295c
    RightUpVectorBar 2954 RightVectorBar 2953 ropf 1d563 RoundImplies 2970 RuleDelayed 29f4
    sopf 1d564 Tab 9 ThickSpace 2009+200a+200a topf 1d565 UnderBar 332 UnderBrace fe38
    UnderBracket 23b5 UnderParenthesis fe36 uopf 1d566 UpArrowBar 2912 Upsilon 3a5 VerticalLine 7c
    VerticalSeparator 2758 vopf 1d567 wopf 1d568 xopf 1d569 yopf 1d56a ZeroWidthSpace 200b zopf 1d56b`,
  'mmlextra.txt': `
    af 2061 asympeq 224d Cross 2a2f DD 2145 dd 2146 DownArrowBar 2913 DownBreve 311
    DownLeftRightVector 2950 DownLeftTeeVector 295e DownLeftVectorBar 2956 DownRightTeeVector 295f
    DownRightVectorBar 2957 ee 2147 EmptySmallSquare 25fb EmptyVerySmallSquare 25ab Equal 2a75
    FilledSmallSquare 25fc FilledVerySmallSquare 25aa GreaterGreater 2aa2 Hat 5e HorizontalLine 2500
    ic 2063 ii 2148 it 2062 larrb 21e4 LeftDownTeeVector 2961 LeftDownVectorBar 2959
    LeftRightVector 294e LeftTeeVector 295a LeftTriangleBar 29cf LeftUpDownVector 2951
    LeftUpTeeVector 2960 LeftUpVectorBar 2958 LeftVectorBar 2952 LessLess 2aa1 mapstodown 21a7
    mapstoleft 21a4 mapstoup 21a5 MediumSpace 205f nbump 224e+338 nbumpe 224f+338 nesim 2242+338
    NewLine a NoBreak 2060 NotCupCap 226d NotHumpEqual 224f+338 NotLeftTriangleBar 29cf+338
    NotNestedGreaterGreater 2aa2+338 NotNestedLessLess 2aa1+338 NotRightTriangleBar 29d0+338
    NotSquareSubset 228f+338 NotSquareSuperset 2290+338 NotSucceedsTilde 227f+338 OverBar af
    OverBrace fe37 OverBracket 23b4 OverParenthesis fe35 planckh 210e Product 220f rarrb 21e5
    RightDownTeeVector 295d RightDownVectorBar 2955 RightTeeVector 295b RightTriangleBar 29d0
    RightUpDownVector 294f RightUpTeeVector 295c RightUpVectorBar 2954 RightVectorBar 2953
    RoundImplies 2970 RuleDelayed 29f4 Tab 9 ThickSpace 2009+200a+200a UnderBar 332 UnderBrace fe38
    UnderBracket 23b5 UnderParenthesis fe36 UpArrowBar 2912 Upsilon 3a5 VerticalLine 7c
    VerticalSeparator 2758 ZeroWidthSpace 200b`,
  'xhtml1-lat1.txt': `
    Aacute c1 aacute e1 Acirc c2 acirc e2 acute b4 AElig c6 aelig e6 Agrave c0 agrave e0 Aring c5
    aring e5 Atilde c3 atilde e3 Auml c4 auml e4 brvbar a6 Ccedil c7 ccedil e7 cedil b8 cent a2
    copy a9 curren a4 deg b0 divide f7 Eacute c9 eacute e9 Ecirc ca ecirc ea Egrave c8 egrave e8
    ETH d0 eth f0 Euml cb euml eb frac12 bd frac14 bc frac34 be Iacute cd iacute ed Icirc ce icirc ee
    iexcl a1 Igrave cc igrave ec iquest bf Iuml cf iuml ef laquo ab macr af micro b5 middot b7
    nbsp a0 not ac Ntilde d1 ntilde f1 Oacute d3 oacute f3 Ocirc d4 ocirc f4 Ograve d2 ograve f2
    ordf aa ordm ba Oslash d8 oslash f8 Otilde d5 otilde f5 Ouml d6 ouml f6 para b6 plusmn b1
    pound a3 raquo bb reg ae sect a7 shy ad sup1 b9 sup2 b2 sup3 b3 szlig df THORN de thorn fe
    times d7 Uacute da uacute fa Ucirc db ucirc fb Ugrave d9 ugrave f9 uml a8 Uuml dc uuml fc
    Yacute dd yacute fd yen a5 yuml ff`,
  'xhtml1-special.txt': `
    bdquo 201e circ 2c6 Dagger 2021 dagger 2020 emsp 2003 ensp 2002 euro 20ac gt 3e ldquo 201c
    lrm 200e lsaquo 2039 lsquo 2018 lt 3c mdash 2014 ndash 2013 OElig 152 oelig 153 permil 2030
    quot 22 rdquo 201d rlm 200f rsaquo 203a rsquo 2019 sbquo 201a Scaron 160 scaron 161 thinsp 2009
    tilde 2dc Yuml 178 zwj 200d zwnj 200c`,
  'xhtml1-symbol.txt': `
    alefsym 2135 Alpha 391 alpha 3b1 and 2227 ang 2220 asymp 2248 Beta 392 beta 3b2 bull 2022
    cap 2229 Chi 3a7 chi 3c7 clubs 2663 cong 2245 crarr 21b5 cup 222a dArr 21d3 darr 2193 Delta 394
    delta 3b4 diams 2666 empty 2205 Epsilon 395 epsilon 3b5 equiv 2261 Eta 397 eta 3b7 exist 2203
    fnof 192 forall 2200 frasl 2044 Gamma 393 gamma 3b3 ge 2265 hArr 21d4 harr 2194 hearts 2665
    hellip 2026 image 2111 infin 221e int 222b Iota 399 iota 3b9 isin 2208 Kappa 39a kappa 3ba
    Lambda 39b lambda 3bb lang 2329 lArr 21d0 larr 2190 lceil 2308 le 2264 lfloor 230a lowast 2217
    loz 25ca minus 2212 Mu 39c mu 3bc nabla 2207 ne 2260 ni 220b notin 2209 nsub 2284 Nu 39d nu 3bd
    oline 203e Omega 3a9 omega 3c9 Omicron 39f omicron 3bf oplus 2295 or 2228 otimes 2297 part 2202
    perp 22a5 Phi 3a6 phi 3d5 Pi 3a0 pi 3c0 piv 3d6 Prime 2033 prime 2032 prod 220f prop 221d Psi 3a8
    psi 3c8 radic 221a rang 232a rArr 21d2 rarr 2192 rceil 2309 real 211c rfloor 230b Rho 3a1 rho 3c1
    sdot 22c5 Sigma 3a3 sigma 3c3 sigmaf 3c2 sim 223c spades 2660 sub 2282 sube 2286 sum 2211
    sup 2283 supe 2287 Tau 3a4 tau 3c4 there4 2234 Theta 398 theta 3b8 thetasym 3d1 trade 2122
    uArr 21d1 uarr 2191 upsih 3d2 Upsilon 3a5 upsilon 3c5 weierp 2118 Xi 39e xi 3be Zeta 396 zeta 3b6`,
}
